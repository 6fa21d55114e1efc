namespace Workbench.Simulators.Oanda;

/// <summary>Faults that only OANDA has: names for <see cref="FaultKind.Venue"/>.</summary>
public static class OandaFaults
{
    /// <summary>The next order is 404 to whoever reads it, for half a second.</summary>
    public const string ReadAfterWriteLag = nameof(ReadAfterWriteLag);

    /// <summary>The next order is created and cancelled in one answer, which is 201 all the same.</summary>
    public const string CancelInAnswer = nameof(CancelInAnswer);

    /// <summary>The next transaction is in the log and not in the streams: only a heartbeat's lastTransactionID tells.</summary>
    public const string LostTransaction = nameof(LostTransaction);

    public static IReadOnlyList<string> All { get; } = [ReadAfterWriteLag, CancelInAnswer, LostTransaction];
}
