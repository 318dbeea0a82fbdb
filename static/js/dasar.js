// What every page has: figures that open their explanation in the side panel.
import "./penjelasan.js";
