/** The bundle as the server sends it: everything a practice needs once it has begun. Keys carry their unit. */

export type Chime = "start" | "two-minutes" | "end" | "change-sides";

export interface Cue {
  at_s: number;
  kind: "speech" | "chime";
  text: string;
  seconds: number;
  chime: Chime | null;
}

export interface Breath {
  at_s: number;
  phase: "in" | "out";
  seconds: number;
  counts: number;
  number: number;
  of: number;
}

export interface Passage {
  id: string;
  cues: Cue[];
  seconds: number;
}

export interface WayOut {
  id: string;
  passage: Passage;
  leads_to: string;
}

export interface WayOutSpan {
  start_s: number;
  end_s: number;
  way_out: string;
}

export interface ScriptSegment {
  index: number;
  pose: string;
  variation: string | null;
  name: string;
  sanskrit_name: string;
  start_s: number;
  enter_s: number;
  hold_start_s: number;
  hold_end_s: number;
  end_s: number;
  quiet_start_s: number;
}

export interface Continuation {
  id: string;
  pose: string;
  variation: string | null;
  name: string;
  enter: Passage;
  hold_cues: Passage;
  hold_least_s: number;
  hold_most_s: number;
  exit: Passage;
  way_out: WayOut;
}

export interface Offer {
  segment: number;
  pain_place: string;
  continuation: string | null;
  reason: string;
  rejoin: number | null;
}

export interface PainAnswer {
  slug: string;
  name: string;
  red_flag: boolean;
  red_flag_text: string;
  first_words: Passage;
}

export interface Script {
  title: string;
  total_s: number;
  get_ready_s: number;
  cues: Cue[];
  breaths: Breath[];
  segments: ScriptSegment[];
  way_outs: WayOut[];
  way_out_spans: WayOutSpan[];
  side_rest: Passage;
  closing: Passage;
  pain_answers: PainAnswer[];
  continuations: Continuation[];
  offers: Offer[];
}

export interface Region {
  passage: string;
  start_s: number;
  end_s: number;
}

/** When a line sounds, in seconds of the track; without a voice its time is its whole place. */
export interface Spoken {
  start_s: number;
  end_s: number;
}

/** Of the track the player needs its address, its places and when it speaks; the words stand in the script. */
export interface Track {
  url: string;
  digest: string;
  /** False: only the first minutes are spoken yet; others with more words, and the whole one, take its place. */
  whole: boolean;
  media_type: string;
  main_s: number;
  total_s: number;
  regions: Region[];
  bed: Region;
  spoken: Spoken[];
}

/** Captions alone, the device's own voice, or the slug of a natural voice that lies in the track. */
export type Voice = string;

export interface NaturalVoice {
  slug: Voice;
  name: string;
}

/** Volumes are 0-100. */
export interface Wishes {
  voice: Voice;
  /** 0.7-1.2, as much as usual speech. */
  speed: number;
  volume: number;
  tones: number;
  bed: number;
  dim: boolean;
  start_delay_s: number;
}

export interface RedFlag {
  sign: string;
  do: string;
  urgency: "emergency" | "today" | "come-out";
}

export interface Bundle {
  version: 1;
  id: string;
  title: string;
  need: string;
  script: Script;
  track: Track;
  wishes: Wishes;
  /** Those that are installed. */
  voices: NaturalVoice[];
  red_flags: RedFlag[];
  /** Decides who stands in the pictures. */
  figure_turn: string;
}

/** 0-10, or null where nothing was said. */
export interface Mood {
  calm: number | null;
  energy: number | null;
  head: number | null;
  body: number | null;
}

export interface DoneSegment {
  pose: string;
  variation: string | null;
  seconds: number;
}

export interface Hurt {
  at_s: number;
  pose: string;
  pain_place: string;
  then: string;
}

export interface Session {
  id: string;
  practice_id: string;
  need: string;
  title: string;
  started_at: string;
  ended_at: string;
  planned_seconds: number;
  practiced_seconds: number;
  outcome: "finished" | "left-early";
  segments: DoneSegment[];
  hurts: Hurt[];
  mood_before: Mood | null;
  mood_after: Mood | null;
  note: string;
}
