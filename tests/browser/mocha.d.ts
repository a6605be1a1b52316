/** The names that the browser ring's test framework (mocha, within Web Test Runner) puts into every test page. */
declare function describe(subject: string, tests: () => void): void;
declare function it(sentence: string, test: () => void | Promise<void>): void;
declare function before(work: () => void | Promise<void>): void;
declare function after(work: () => void | Promise<void>): void;
declare function beforeEach(work: () => void | Promise<void>): void;
declare function afterEach(work: () => void | Promise<void>): void;
