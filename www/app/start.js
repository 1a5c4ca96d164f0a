// @ts-check
// The page begins: first its words, then all that speaks them.

import { loadWords } from "./words.js";

loadWords().then(() => import("./main.js"));
