// The digits that files are written in: five for four bytes, where base64 takes five and a third. None of them
// means anything in HTML, in a string of JavaScript or in a template.

export const DIGITS = "!%()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}";
