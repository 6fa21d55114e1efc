namespace Workbench.Simulators.Oanda;

/// <summary>The client's words on an order or a trade changed, or there was none such.</summary>
public sealed record ExtensionsTransaction : Transaction
{
    public override string Type => (TradeID is null && ClientTradeID is null ? "ORDER" : "TRADE")
        + "_CLIENT_EXTENSIONS_MODIFY" + (RejectReason is null ? "" : "_REJECT");

    public long? OrderID { get; init; }

    public string? ClientOrderID { get; init; }

    public long? TradeID { get; init; }

    public string? ClientTradeID { get; init; }

    public ClientExtensions? ClientExtensionsModify { get; init; }

    public ClientExtensions? TradeClientExtensionsModify { get; init; }

    public string? RejectReason { get; init; }
}
