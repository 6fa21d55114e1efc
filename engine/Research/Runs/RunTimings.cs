namespace Workbench.Research;

/// <summary>Where the seconds went. <see cref="Wall"/> is the replay loop with its decode, which <c>eventsPerSecond</c> is measured by.</summary>
/// <param name="Start">From process start to the first line of work.</param>
/// <param name="Compile">Compiling or loading the script.</param>
/// <param name="Decode">Reading and decoding data, as far as it is told apart from the replay.</param>
/// <param name="Replay">The engine's loop.</param>
/// <param name="Report">Metrics, JSON and page.</param>
/// <param name="Wall">Replay and decode together.</param>
public readonly record struct RunTimings(double Start, double Compile, double Decode, double Replay, double Report, double Wall);
