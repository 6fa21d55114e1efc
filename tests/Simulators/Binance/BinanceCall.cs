namespace Workbench.Simulators.Binance;

/// <summary>A call as it came in.</summary>
/// <param name="Sent">Its parameters.</param>
/// <param name="Key">Key that was shown; null where none was.</param>
/// <param name="Payload">Text that the signature should be made over.</param>
/// <param name="IsEncoded">Whether that text was percent-encoded as it must be.</param>
/// <param name="OtherPayload">Another text that it may as well be made over; null where there is none.</param>
/// <param name="IsLoggedOn">Whether the session is logged on, so that key and signature may be left out.</param>
sealed record BinanceCall(Params Sent, string? Key, string Payload, bool IsEncoded = true, string? OtherPayload = null, bool IsLoggedOn = false);
