// @ts-check
// The one kind of error that callers meet: a message for people and a stable code for programs.

export class NutgrafError extends Error {
  // A field, not an assignment: a page that freezes `Error.prototype` lets nobody assign what that has.
  /** @override */ name = "NutgrafError";

  /**
   * @param {import("./index.d.ts").ErrorCode} code
   * @param {string} message
   * @param {ErrorOptions & { directive?: string | null }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    /** @readonly */
    this.code = code;
    /** @readonly */
    this.directive = options?.directive ?? null;
  }
}
