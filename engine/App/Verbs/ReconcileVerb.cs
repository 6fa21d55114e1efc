using System.CommandLine;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>reconcile</c>: what works and what is held at a venue, beside what the newest session there believes. It changes nothing.</summary>
static class ReconcileVerb
{
    /// <summary>Readings before a difference is believed: the two sides are not read at one instant.</summary>
    const int Readings = 4;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Make(Workspace workspace)
    {
        var target = new SessionTarget();
        var verb = new Command("reconcile", "Compare a venue with what the newest session there believes; exit 9 where they differ. Example: reconcile, or reconcile --broker oanda --account demo");
        target.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var where = target.Of(workspace, parsed, target.Session(parsed));
            var folder = where.Named ?? where.Sessions(workspace).Select(each => each.Folder).FirstOrDefault();
            return where.Do(async (connection, access) =>
            {
                var instruments = await where.Instruments(workspace, connection.Venue, cancel).ConfigureAwait(false);
                terminal.Result($"{access.Keys}; session: {folder?.Id ?? "none"}");
                return await Compare(workspace, connection.Venue, instruments, folder, terminal, cancel).ConfigureAwait(false);
            }).GetAwaiter().GetResult();
        });
    }

    static async Task<ExitCode> Compare(Workspace workspace, IVenue venue, IReadOnlyList<Instrument> instruments, SessionFolder? folder, Terminal terminal, CancellationToken cancel)
    {
        for (var reading = 1; ; reading++)
        {
            var belief = folder is null ? new SessionBelief(new Dictionary<string, string>(), new Dictionary<string, decimal>(), "no session has traded there") : SessionBelief.Of(workspace, folder, terminal);
            var orders = await venue.OpenOrders(instruments, cancel).ConfigureAwait(false);
            var there = new VenueState(orders, await venue.Account(instruments, cancel).ConfigureAwait(false));
            var lines = Orders(there, belief).Concat(Positions(there, belief)).ToList();
            var differing = lines.Count(line => !line.IsSame);
            if (differing > 0 && reading < Readings && folder is { IsRunning: true })
            {
                await Task.Delay(Pause, cancel).ConfigureAwait(false);
                continue;
            }

            Show(lines, belief, terminal);
            return differing == 0 ? ExitCode.Ok : throw SessionErrors.Differs(differing);
        }
    }

    static void Show(IReadOnlyList<Line> lines, SessionBelief belief, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("same", lines.All(line => line.IsSame));
                writer.WriteString("source", belief.Source);
                writer.WriteStartArray("lines");
                foreach (var line in lines)
                {
                    writer.WriteStartObject();
                    writer.WriteString("what", line.What);
                    writer.WriteString("venue", line.Venue);
                    writer.WriteString("session", line.Session);
                    writer.WriteBoolean("same", line.IsSame);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
        }

        foreach (var line in lines)
        {
            terminal.Result($"  {(line.IsSame ? "✓" : "✗")} {line.What,-34} at the venue {line.Venue,-26} session {line.Session}");
        }

        terminal.Result($"{lines.Count(line => line.IsSame)} the same, {lines.Count(line => !line.IsSame)} not ({belief.Source})");
    }

    static IEnumerable<Line> Orders(VenueState there, SessionBelief belief)
    {
        foreach (var order in there.Orders)
        {
            var known = belief.Orders.GetValueOrDefault(order.ClOrdId);
            yield return new Line($"order {(order.ClOrdId.Length > 0 ? order.ClOrdId : order.VenueOrderId)}",
                FormattableString.Invariant($"{order.Side} {order.Terms.OrderQty} {order.Symbol}"), known ?? "knows nothing of it", known is not null);
        }

        foreach (var (id, order) in belief.Orders.Where(mine => there.Orders.All(order => order.ClOrdId != mine.Key)).OrderBy(mine => mine.Key, StringComparer.Ordinal))
        {
            yield return new Line($"order {id}", "does not work", order, false);
        }
    }

    static IEnumerable<Line> Positions(VenueState there, SessionBelief belief)
    {
        var symbols = there.Account.Positions.Where(position => position.Qty != 0m).Select(position => position.Symbol)
            .Concat(belief.Positions.Where(held => held.Value != 0m).Select(held => held.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var symbol in symbols)
        {
            var (venue, session) = (there.Account.Positions.FirstOrDefault(position => position.Symbol == symbol)?.Qty ?? 0m, belief.Positions.GetValueOrDefault(symbol));
            yield return new Line($"position {symbol}", FormattableString.Invariant($"{venue:0.########}"), FormattableString.Invariant($"{session:0.########}"), venue == session);
        }
    }

    /// <summary>One thing on both sides.</summary>
    sealed record Line(string What, string Venue, string Session, bool IsSame);
}
