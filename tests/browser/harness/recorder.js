// Runs before everything else on the page under test and writes down what goes wrong there.
{
  const problems = [];
  const workers = [];
  // A driver's own script cannot import modules in Firefox; the page's can.
  const load = (path) => import(path);
  window.__recorded = { problems, workers, load };
  window.addEventListener("error", (event) => {
    problems.push(`error: ${event.message || event.target?.src || event.target?.href || event}`);
  }, true);
  window.addEventListener("unhandledrejection", (event) => problems.push(`unhandled: ${event.reason?.stack ?? event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    problems.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  for (const level of ["error", "warn"]) {
    const write = console[level];
    console[level] = (...args) => {
      problems.push(`console.${level}: ${args.map(String).join(" ")}`);
      write.apply(console, args);
    };
  }
  const Platform = window.Worker;
  window.Worker = class extends Platform {
    constructor(...args) {
      super(...args);
      workers.push(this);
    }
  };
}
