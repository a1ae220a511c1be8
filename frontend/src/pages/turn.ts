/**
 * The body in space: pale bones and a tube for every muscle path, colored by its state. Loaded only when somebody asks for
 * it. One finger or the arrow keys turn it, two fingers or + and - bring it nearer. It never moves by itself.
 */

import {
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  Color,
  DirectionalLight,
  Group,
  Matrix4,
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  Sphere,
  Box3,
  TubeGeometry,
  Vector3,
  WebGLRenderer,
} from "three";

const TENTH_OF_MM = 1e-4;
const QUARTER = Math.PI / 2;
const STEP = Math.PI / 24;
const NEAREST = 0.35;
const FARTHEST = 2.4;

interface Placed {
  readonly azimuth_deg: number;
  readonly elevation_deg: number;
  readonly places: Readonly<Record<string, readonly number[]>>;
  readonly muscles: readonly Muscle[];
}

interface Muscle {
  readonly group: string;
  readonly state: string;
  readonly step: number;
  readonly points: readonly number[];
}

interface Bone {
  readonly name: string;
  readonly mesh: Mesh;
}

export interface Stage {
  show(query: string): Promise<void>;
}

export async function openStage(place: HTMLElement, source: string, query: string): Promise<Stage> {
  const [bytes, first] = await Promise.all([fetchBytes("/bones.bin"), fetchPlaced(source, query)]);
  const view = new View(place, readBones(bytes));
  view.show(first);
  return {
    async show(asked: string): Promise<void> {
      if (!place.hidden) view.show(await fetchPlaced(source, asked));
    },
  };
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("no bones");
  return answer.arrayBuffer();
}

async function fetchPlaced(source: string, query: string): Promise<Placed> {
  const answer = await fetch(`${source}?${query}`);
  if (!answer.ok) throw new Error("no body");
  return (await answer.json()) as Placed;
}

/** The layout stands in karani/figure/plate/space.py. */
function readBones(bytes: ArrayBuffer): Bone[] {
  const [points = 0, triangles = 0] = new Uint32Array(bytes, 0, 3);
  const afterPoints = 12 + points * 6;
  const afterTriangles = afterPoints + triangles * 6;
  const places = new Int16Array(bytes, 12, points * 3);
  const corners = new Uint16Array(bytes, afterPoints, triangles * 3);
  const owners = new Uint8Array(bytes, afterTriangles, points);
  const names = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, afterTriangles + points))) as string[];
  const position = new BufferAttribute(Float32Array.from(places, (value) => value * TENTH_OF_MM), 3);
  return names.map((name, number) => ({ name, mesh: boneMesh(position, cornersOf(corners, owners, number)) }));
}

function cornersOf(corners: Uint16Array, owners: Uint8Array, owner: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < corners.length; at += 3) {
    const first = corners[at] ?? 0;
    // A triangle across two bodies is left out: it would stretch.
    if ([0, 1, 2].every((next) => owners[corners[at + next] ?? 0] === owner))
      found.push(first, corners[at + 1] ?? 0, corners[at + 2] ?? 0);
  }
  return found;
}

const bone = new MeshLambertMaterial();

function boneMesh(position: BufferAttribute, corners: number[]): Mesh {
  const shape = new BufferGeometry();
  shape.setAttribute("position", position);
  shape.setIndex(corners);
  const loose = shape.toNonIndexed();
  loose.computeVertexNormals();
  const mesh = new Mesh(loose, bone);
  mesh.matrixAutoUpdate = false;
  return mesh;
}

class View {
  private readonly renderer = new WebGLRenderer({ antialias: true, alpha: true });
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(28, 1, 0.1, 30);
  private readonly muscles = new Group();
  private readonly middle = new Vector3();
  private size = 1;
  private near = 1.08;
  private around = 0;
  private up = 0;
  private looked = false;
  private readonly fingers = new Map<number, { x: number; y: number }>();

  constructor(
    private readonly place: HTMLElement,
    private readonly bones: Bone[],
  ) {
    const canvas = this.renderer.domElement;
    this.renderer.setPixelRatio(Math.min(window.devicePixelRatio, 2));
    this.camera.up.set(0, 0, 1);
    this.scene.add(new AmbientLight(0xffffff, 1.7), light(-2, -3, 4), this.muscles);
    for (const each of bones) this.scene.add(each.mesh);
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-describedby", "anatomy-summary");
    canvas.setAttribute("aria-label", "The body in space. Arrow keys turn it, plus and minus bring it nearer or farther.");
    place.append(canvas, hint());
    canvas.addEventListener("pointerdown", (event) => this.touch(event));
    canvas.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"] as const)
      canvas.addEventListener(end, (event) => this.fingers.delete(event.pointerId));
    canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.draw()).observe(canvas);
    for (const scheme of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
      window.matchMedia(scheme).addEventListener("change", () => this.recolor());
  }

  show(placed: Placed): void {
    for (const { name, mesh } of this.bones) {
      const rows = placed.places[name];
      if (rows) mesh.matrix.copy(matrixOf(rows));
    }
    if (!this.looked) this.look(placed);
    this.muscles.clear();
    for (const muscle of placed.muscles) this.muscles.add(tube(muscle));
    this.frame();
    this.recolor();
  }

  /** At first from where the drawing is seen; afterwards it stays as it was turned. */
  private look(placed: Placed): void {
    this.around = (placed.azimuth_deg * Math.PI) / 180;
    this.up = Math.min((placed.elevation_deg * Math.PI) / 180, QUARTER - 0.02);
    this.looked = true;
  }

  private frame(): void {
    this.scene.updateMatrixWorld(true);
    const ball = new Box3().setFromObject(this.muscles).getBoundingSphere(new Sphere());
    this.middle.copy(ball.center);
    this.size = ball.radius;
  }

  private recolor(): void {
    const colors = getComputedStyle(this.place);
    bone.color.copy(colorOf(colors, "--k-bone3"));
    for (const each of this.muscles.children) {
      const material = (each as Mesh).material as MeshLambertMaterial;
      material.color.copy(colorOf(colors, String(each.userData.color)));
    }
    this.draw();
  }

  private draw(): void {
    const { clientWidth: width, clientHeight: height } = this.renderer.domElement;
    if (!width || !height) return;
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    const narrow = Math.min(1, this.camera.aspect);
    const distance = (this.near * this.size) / Math.sin((this.camera.fov * Math.PI) / 360) / narrow;
    const flat = Math.cos(this.up) * distance;
    this.camera.position.set(
      this.middle.x + Math.sin(this.around) * flat,
      this.middle.y - Math.cos(this.around) * flat,
      this.middle.z + Math.sin(this.up) * distance,
    );
    this.camera.lookAt(this.middle);
    this.renderer.render(this.scene, this.camera);
  }

  private touch(event: PointerEvent): void {
    this.renderer.domElement.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  private drag(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const apart = this.apart();
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (apart) return this.bring(apart / Math.max(this.apart(), 1));
    this.turn((event.clientX - before.x) * -0.008, (event.clientY - before.y) * 0.008);
  }

  /** Between two fingers; 0 with one. */
  private apart(): number {
    const [one, other] = [...this.fingers.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  }

  private key(event: KeyboardEvent): void {
    const turns: Record<string, [number, number]> = {
      ArrowLeft: [STEP, 0],
      ArrowRight: [-STEP, 0],
      ArrowUp: [0, STEP],
      ArrowDown: [0, -STEP],
    };
    const turn = turns[event.key];
    if (turn) this.turn(...turn);
    else if (event.key === "+" || event.key === "=") this.bring(0.85);
    else if (event.key === "-") this.bring(1 / 0.85);
    else return;
    event.preventDefault();
  }

  private turn(around: number, up: number): void {
    this.around += around;
    this.up = Math.min(Math.max(this.up + up, 0.1 - QUARTER), QUARTER - 0.02);
    this.draw();
  }

  private bring(times: number): void {
    this.near = Math.min(Math.max(this.near * times, NEAREST), FARTHEST);
    this.draw();
  }
}

function light(x: number, y: number, z: number): DirectionalLight {
  const sun = new DirectionalLight(0xffffff, 1.9);
  sun.position.set(x, y, z);
  return sun;
}

function hint(): HTMLElement {
  const words = document.createElement("p");
  words.className = "small soft";
  words.textContent = "Turn with a finger or the arrow keys, nearer with two fingers or plus. What it shows is told in words below.";
  return words;
}

function matrixOf(rows: readonly number[]): Matrix4 {
  const [a, b, c, x, d, e, f, y, g, h, i, z] = rows as [
    number, number, number, number, number, number, number, number, number, number, number, number,
  ];
  return new Matrix4(a, b, c, x, d, e, f, y, g, h, i, z, 0, 0, 0, 1);
}

const THICK = 0.0065;
const THIN = 0.0035;
const SHORT: Readonly<Record<string, string>> = { stretched: "s", working: "w", "working-long": "l" };
const PALE: Readonly<Record<string, string>> = { slack: "--k-slack", rest: "--k-muscle" };

function tube(muscle: Muscle): Mesh {
  const points: Vector3[] = [];
  for (let at = 0; at < muscle.points.length; at += 3)
    points.push(new Vector3(muscle.points[at], muscle.points[at + 1], muscle.points[at + 2]));
  const shape = new TubeGeometry(new CatmullRomCurve3(points), 14, muscle.step ? THICK : THIN, 6);
  const mesh = new Mesh(shape, new MeshLambertMaterial());
  const letter = SHORT[muscle.state];
  mesh.userData.color = letter ? `--k-${letter}${muscle.step}` : (PALE[muscle.state] ?? "--k-unknown");
  return mesh;
}

/** light-dark(day, night) is resolved by the page's scheme. */
function colorOf(colors: CSSStyleDeclaration, name: string): Color {
  const said = colors.getPropertyValue(name).trim();
  const both = /light-dark\((#[0-9a-f]+),\s*(#[0-9a-f]+)\)/i.exec(said);
  const night = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return new Color(both ? (night ? both[2] : both[1]) : said || "#cccccc");
}
