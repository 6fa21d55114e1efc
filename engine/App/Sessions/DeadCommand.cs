using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A command to a venue that was given up, as its dead letter keeps it.</summary>
sealed record DeadCommand
{
    /// <summary>What its letters are called.</summary>
    public const string LetterKind = "command";

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The session that wanted it.</summary>
    public required string Session { get; init; }

    /// <summary>Where it was to go.</summary>
    public required string Broker { get; init; }

    /// <summary>The user's name for the keys.</summary>
    public required string Account { get; init; }

    /// <summary>Address of the simulator; empty for the venue itself.</summary>
    public string Sim { get; init; } = "";

    /// <summary>What was wanted.</summary>
    public required VenueCommandKind Kind { get; init; }

    /// <summary>Our id of the order.</summary>
    public required string ClOrdId { get; init; }

    /// <summary>The venue's id of it, where it told one.</summary>
    public string VenueOrderId { get; init; } = "";

    /// <summary>What it trades.</summary>
    public required string Symbol { get; init; }

    /// <summary>The order as it should have been; empty for a cancellation.</summary>
    public string Order { get; init; } = "";

    /// <summary>Whether it can be tried again: a cancellation can at any time, an order would have to pass risk anew.</summary>
    public bool MayBeRepeated => Kind == VenueCommandKind.Cancel;

    /// <summary>A session's command.</summary>
    public static DeadCommand Of(SessionHeader header, VenueCommand command) => new()
    {
        Session = header.Id,
        Broker = header.Broker,
        Account = header.Account,
        Sim = header.Sim,
        Kind = command.Kind,
        ClOrdId = command.Key.ClOrdId,
        VenueOrderId = command.Key.VenueOrderId,
        Symbol = command.Key.Instrument.Symbol,
        Order = command.Request?.Value is { } order ? FormattableString.Invariant($"{order.Side} {order.OrderQty} {order.Type}{(order.Price != 0m ? $" at {order.Price}" : "")}{(order.StopPx != 0m ? $" from {order.StopPx}" : "")}") : "",
    };

    /// <summary>The cancellation of an order that still stood when its session ended.</summary>
    public static DeadCommand Cancel(SessionHeader header, OrderView order) => new()
    {
        Session = header.Id,
        Broker = header.Broker,
        Account = header.Account,
        Sim = header.Sim,
        Kind = VenueCommandKind.Cancel,
        ClOrdId = ClOrdIds.Of(header.Key, order.ClientOrderId),
        Symbol = order.Symbol,
    };

    /// <summary>What a letter says; null where it is another kind of letter, or was cut.</summary>
    public static DeadCommand? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<DeadCommand>(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a letter's body.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>For people.</summary>
    public override string ToString() => $"{Kind} {ClOrdId} {Symbol}{(Order.Length > 0 ? $" ({Order})" : "")}";
}
