namespace Workbench.Brokers.Oanda;

/// <summary>What a question was answered with.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Time">The venue's second when it was given, UTC nanoseconds.</param>
sealed record OandaRead<T>(T Value, long Time);
