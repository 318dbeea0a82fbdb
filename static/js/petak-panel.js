// The side panel of a cell: what it means, how it came about, what was said of it. Escape gives the focus back.
import { bukaDari } from "./penjelasan.js";

export function bukaRincian(url, s, pembuka = s.hidden ? s.closest("td").querySelector("a") : s) {
  return bukaDari(`${url}?sel=${encodeURIComponent(s.id)}`, pembuka);
}
