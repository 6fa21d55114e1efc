using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>What a command came to: what is known of its sending, and what the venue said of the order.</summary>
readonly record struct BinanceSaid(SendResult Result, IReadOnlyList<VenueReport> Reports)
{
    public static BinanceSaid Answered(params IReadOnlyList<VenueReport> reports) => new(SendResult.Answered, reports);

    public static BinanceSaid NotSent(string why) => new(SendResult.NotSent(why), []);

    /// <summary>Refused for sure: by the venue, or by us because it cannot be said in the venue's words.</summary>
    public static BinanceSaid Refused(OrderRequest order, ExecType type, long time, RejectReason reason, string why) =>
        Refused(new OrderKey(order.Instrument, order.ClOrdId, ""), type, time, reason, why);

    public static BinanceSaid Refused(OrderKey order, ExecType type, long time, RejectReason reason, string why) =>
        Answered([new VenueReport(order.ClOrdId, type, time) { VenueOrderId = order.VenueOrderId, Symbol = order.Instrument.Symbol, RejectReason = reason, Text = why }]);

    public static BinanceSaid Unknown(string why) => new(SendResult.Unknown(why), []);

    /// <summary>Sorts an answer: one that does not parse proves nothing, even under a 200.</summary>
    public static BinanceSaid Of(BinanceAnswer answer, Func<BinanceAnswer, BinanceSaid> told, Func<BinanceAnswer, BinanceSaid> refused)
    {
        try
        {
            return answer.Outcome switch
            {
                BinanceOutcome.Told => told(answer),
                BinanceOutcome.Refused => refused(answer),
                BinanceOutcome.NotSent => NotSent(answer.Text),
                _ => Unknown(answer.Text),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException)
        {
            return Unknown($"the answer does not parse: {unreadable.Message}");
        }
    }
}
