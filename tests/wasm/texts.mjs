// Texts that every door must bear, by name. Shared by the test of the wasm door and the test of the page.

const words = "the quick brown fox said that nothing had changed since Monday ";

/** @type {[name: string, text: string][]} */
export const odd = [
  ["empty", ""],
  ["blank", " \n\t\r\n \u00a0 \u2003 "],
  ["one word", "Rain"],
  ["only punctuation", "…!?—“”‘’«»()[]{}.,;: ---- ****"],
  ["no line breaks", words.repeat(400)],
  ["nothing but line breaks", "\n".repeat(3000)],
  ["carriage returns", "Headline\r\rOne sentence here.\rAnother one there.\r"],
  ["NUL and control characters", "A\u0000b said \u0001\u0008\u000b\u000c \u001b[31m\"red\"\u001b[0m on Monday.\u007f \u0085 \u2028 \u2029 end."],
  ["right to left", "قال الرئيس \"لن نتراجع\" يوم الثلاثاء. وقال 42 شخصا.\n\nאמר ראש הממשלה: \"לא ניסוג\" ביום שני."],
  ["mixed directions", "The minister said \u202b\"لن نتراجع\"\u202c on Tuesday.\u200f Then 5% more.\u200e"],
  ["emoji", "🌧️ Rain 👩‍👩‍👧‍👦 stopped play on Monday 🇬🇧. \"We will be back 😀,\" said Ann Lee. 🏳️‍🌈 It cost $5 million 💷!"],
  ["combining marks", "Zoë́ Müller sa\u0301id “e\u0301te\u0301” a\u0300\u0301\u0302\u0303\u0304 on 3 May 2021."],
  ["a language we may not know", "ქართული ენა არის ქართველური ენა. საქართველოს სახელმწიფო ენა. 今日は月曜日です。彼は「行かない」と言った。ไทย"],
  ["HTML source", "<!doctype html><p onclick=\"alert(1)\">Hello &amp; <b>goodbye</b></p><img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"],
  ["a binary file", Array.from({ length: 4096 }, (_, it) => String.fromCharCode((it * 7919 + (it >> 3)) & 0xff)).join("")],
  ["quotation marks never closed", "\"".repeat(1001) + " he said. “".repeat(300)],
  ["brackets", "(".repeat(3000) + ")".repeat(2999)],
  ["one long word", "a".repeat(20000)],
  ["digits", "1,234.5 ".repeat(800) + "9".repeat(5000)],
  ["byte order mark", "\ufeffHeadline\n\nIt rained on Monday. It was wet."],
];

/** Halves of surrogate pairs: only JavaScript can hold them. @type {[name: string, text: string][]} */
export const torn = [
  ["a lone high surrogate", "It \ud83d rained on Monday. \"Wet,\" said Ann Lee."],
  ["a lone low surrogate", "It \udca7 rained on Monday. \"Wet,\" said Ann Lee."],
  ["a pair the wrong way round", "\udca7\ud83d It rained \ud83d\ud83d\udca7 on 3 May 2021.\udca7"],
];
