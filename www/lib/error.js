// @ts-check
// The one kind of error that callers meet: a message for people and a stable code for programs.

export class NutgrafError extends Error {
  /**
   * @param {import("./index.d.ts").ErrorCode} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "NutgrafError";
    /** @readonly */
    this.code = code;
  }
}
