import "nutgraf/element";
import "../app.js";
