namespace Workbench.Core;

/// <summary>How a rehearsal ended.</summary>
/// <param name="Result">What it came to; null where it failed.</param>
/// <param name="Failure">What the script threw; null where it did not.</param>
public sealed record RehearsalEnd(RunResult? Result, Exception? Failure);
