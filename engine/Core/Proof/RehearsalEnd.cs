namespace Workbench.Core;

/// <summary>How a rehearsal ended.</summary>
/// <param name="Nanos">Time of the event it came to, UTC nanoseconds; the beginning of time where it did not start.</param>
/// <param name="Result">What it came to; null where it failed.</param>
/// <param name="Failure">What the script threw; null where it did not.</param>
public sealed record RehearsalEnd(long Nanos, RunResult? Result, Exception? Failure);
