namespace Workbench.Simulators.Oanda;

/// <summary>The line that says a stream is alive.</summary>
/// <param name="Time">When it was sent.</param>
/// <param name="LastTransactionID">Of the transaction stream: where the log stands. Whoever has seen less has lost a line.</param>
public sealed record Heartbeat(OandaTime Time, long? LastTransactionID)
{
    public string Type => "HEARTBEAT";
}
