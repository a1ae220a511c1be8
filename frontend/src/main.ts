/** The one script of all pages. */

import "./styles/index.css";
import "./styles/player.css";
import "./pages/anatomy";
import { enhanceBegin } from "./pages/begin";
import { followReading } from "./pages/contents";
import { enhanceFill } from "./pages/fill";
import { enhanceFolds } from "./pages/folds";
import { breatheOnPage, showFigures } from "./pages/figures";
import { enhanceOutlook } from "./pages/outlook";
import "./pages/resume";
import { enhanceSearch } from "./pages/search";
import { enhanceLook } from "./pages/look";
import { enhanceForms } from "./pages/small";
import { enhanceSuggestions } from "./pages/suggest";
import "./pages/waiting";
import "./player/player";
import { tidy } from "./store/practices";
import { keepDelivering } from "./store/sessions";

enhanceBegin();
enhanceOutlook();
enhanceSearch();
enhanceSuggestions();
enhanceForms();
enhanceLook();
followReading();
enhanceFill();
enhanceFolds();
showFigures(document);
breatheOnPage();
// A page that leads a practice needs what would be tidied away.
if (!document.querySelector("practice-player")) void tidy(Date.now());
keepDelivering();
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
// The large letters of Devanagari (184 kB) are fetched when all else has been drawn and read for a moment.
const SETTLED_MS = 1500;
window.addEventListener("load", () => setTimeout(() => document.documentElement.classList.add("settled"), SETTLED_MS));
