using System.Text.Json;
using Workbench.Core;

namespace Workbench.App;

/// <summary>What a session believes of its venue: orders by our id, positions by symbol.</summary>
/// <param name="Orders">Orders that work, with what each is.</param>
/// <param name="Positions">What its own fills come to.</param>
/// <param name="Source">Where it was learnt: from the running session, or from its journal.</param>
sealed record SessionBelief(IReadOnlyDictionary<string, string> Orders, IReadOnlyDictionary<string, decimal> Positions, string Source)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks a session that runs; replays one that does not.</summary>
    public static SessionBelief Of(Workspace workspace, SessionFolder folder, Terminal terminal)
    {
        if (folder.IsRunning)
        {
            using var status = ControlClient.Ask(folder, "status", "", Patience);
            return new SessionBelief(
                status.RootElement.GetProperty("orders").EnumerateArray().ToDictionary(order => SessionText.Text(order, "id"), Line),
                status.RootElement.GetProperty("positions").EnumerateArray().ToDictionary(held => SessionText.Text(held, "symbol"), held => decimal.Parse(SessionText.Text(held, "qty"), System.Globalization.CultureInfo.InvariantCulture)),
                "it runs");
        }

        var header = Replayer.HeaderOf(folder);
        using var built = BuiltSession.Of(workspace, header, folder.Path, null, terminal.Die);
        Replayer.Run(folder, built);
        var view = built.Session.View();
        return new SessionBelief(
            view.Orders.ToDictionary(order => ClOrdIds.Of(header.Key, order.ClientOrderId), order => FormattableString.Invariant($"{order.Side} {order.OrderQty} {order.Symbol}")),
            view.Positions.ToDictionary(held => held.Symbol, held => held.Qty),
            folder.IsEnded ? "it has ended; from its journal" : "it does not run; from its journal");
    }

    static string Line(JsonElement order) => $"{SessionText.Text(order, "side")} {SessionText.Text(order, "qty")} {SessionText.Text(order, "symbol")}";
}
