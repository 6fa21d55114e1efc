using System.Globalization;

namespace Workbench.Core;

/// <summary>Something that a strategy decided: an order sent, or a cancellation.</summary>
/// <param name="Time">When, UTC nanoseconds.</param>
/// <param name="ClientOrderId">The order's number.</param>
/// <param name="Terms">What was decided, such as <c>Buy 10000 EURUSD Stop 1.0912</c>.</param>
/// <param name="Tag">The strategy's word for why; empty where it gave none.</param>
public sealed record Decision(long Time, long ClientOrderId, string Terms, string Tag)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(Time)} order {ClientOrderId}: {Terms}{(Tag.Length > 0 ? $" \"{Tag}\"" : "")}");

    internal static Decision Of(OutputRecord record, string tag, IReadOnlyList<Instrument> instruments) =>
        new(record.Time, record.ClientOrderId, TermsOf(record, instruments), tag);

    static string TermsOf(OutputRecord record, IReadOnlyList<Instrument> instruments)
    {
        var price = record.Price == 0m ? "" : " " + record.Price.ToString(CultureInfo.InvariantCulture);
        return record.Kind switch
        {
            RecordKind.CancelSent => "cancel",
            RecordKind.Submitted => string.Create(CultureInfo.InvariantCulture, $"{record.Side} {record.Qty} {instruments[record.Market].Symbol} {record.Type}{price}"),
            RecordKind.ReplaceSent => string.Create(CultureInfo.InvariantCulture, $"amend to {record.Qty}{price}"),
            _ => "the details of an order",
        };
    }
}
