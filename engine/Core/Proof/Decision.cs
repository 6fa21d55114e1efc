using System.Globalization;

namespace Workbench.Core;

/// <summary>Something that a strategy decided: an order sent, amended or cancelled.</summary>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="ClientOrderId">The order's number.</param>
/// <param name="Terms">What was decided, such as <c>Buy 10000 EURUSD Stop 1.0912</c>.</param>
/// <param name="Tag">The strategy's word for why; empty where it gave none.</param>
public sealed record Decision(long Time, long ClientOrderId, string Terms, string Tag)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(Time)} order {ClientOrderId}: {Terms}{(Tag.Length > 0 ? $" \"{Tag}\"" : "")}");

    internal static Decision Of(ReadOnlySpan<byte> decided, string tag, IReadOnlyList<Instrument> instruments)
    {
        var record = new OutputRecord(decided);
        var details = decided.Length > OutputLog.RecordSize ? DetailsOf(new OutputRecord(decided[OutputLog.RecordSize..])) : "";
        return new Decision(record.Time, record.ClientOrderId, TermsOf(record, instruments) + details, tag);
    }

    static string TermsOf(OutputRecord record, IReadOnlyList<Instrument> instruments) => record.Kind switch
    {
        RecordKind.CancelSent => "cancel",
        RecordKind.Submitted => string.Create(
            CultureInfo.InvariantCulture, $"{record.Side} {record.Qty} {instruments[record.Market].Symbol} {record.Type}{Named("", record.Price)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"amend to {record.Qty}{Named("", record.Price)}{Named(" stop", record.Third)}"),
    };

    static string DetailsOf(OutputRecord details) => Named(" stop", details.Qty) + Named(" trail", details.Price) + Named(" shown or offset", details.Third);

    static string Named(string name, decimal value) => value == 0m ? "" : string.Create(CultureInfo.InvariantCulture, $"{name} {value}");
}
