using System.Globalization;
using System.Text;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What a person sees while a session runs: a banner that never leaves the top of the screen, blue for paper and red for live, and below it
/// what is held and what works. Off a terminal it says so once, and then a line a minute.
/// </summary>
sealed class LiveScreen : IDisposable
{
    const string Blue = "\u001b[97;44m";
    const string Red = "\u001b[97;41m";
    const string Plain = "\u001b[0m";
    const int Lines = 12;

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LineInterval = TimeSpan.FromMinutes(1);

    readonly Terminal terminal;
    readonly RunningSession session;
    readonly Timer? timer;
    readonly Lock gate = new();
    bool isOver;

    public LiveScreen(Terminal terminal, RunningSession session)
    {
        this.terminal = terminal;
        this.session = session;
        terminal.Progress(Banner);
        if (terminal.ShowsProgress)
        {
            // What is printed scrolls below the table; banner and table stay.
            Console.Error.Write($"\u001b[2J\u001b[{Lines + 1};999r\u001b[{Lines + 1};1H");
            timer = new Timer(_ => Draw(), null, TimeSpan.Zero, Interval);
        }
        else
        {
            timer = new Timer(_ => terminal.Progress(Line(session.View)), null, LineInterval, LineInterval);
        }
    }

    bool IsLive => session.Built.Header.Mode == RunMode.Live;

    string Banner
    {
        get
        {
            var header = session.Built.Header;
            var where = header.Broker.Length > 0 ? $"{header.Broker} {header.VenueAccount}".TrimEnd() : "orders are matched by the engine";
            return $"{(IsLive ? "LIVE" : "PAPER")} · {header.Id} · {where} · prices from {header.Feed}";
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            isOver = true;
            if (terminal.ShowsProgress)
            {
                Console.Error.Write("\u001b[r\u001b[999;1H\n");
            }
        }
    }

    void Draw()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            var width = Math.Max(40, Console.WindowWidth);
            var text = new StringBuilder("\u001b7\u001b[1;1H").Append(IsLive ? Red : Blue).Append(Fit(" " + Banner, width)).Append(Plain);
            var at = 2;
            foreach (var line in Table(session.View).Take(Lines - 1))
            {
                text.Append(CultureInfo.InvariantCulture, $"\u001b[{at++};1H\u001b[K").Append(Fit(line, width));
            }

            while (at <= Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"\u001b[{at++};1H\u001b[K");
            }

            Console.Error.Write(text.Append("\u001b8"));
        }
    }

    static string Fit(string text, int width) => text.Length > width ? text[..width] : text.PadRight(width);

    static IEnumerable<string> Table(SessionView view)
    {
        yield return Line(view);
        foreach (var held in view.Positions)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {held.Symbol,-10} {held.Qty,14:0.########} held   bid {held.Bid:0.#########} ask {held.Ask:0.#########}   {held.Unrealised:+0.00;-0.00;0.00}");
        }

        foreach (var order in view.Orders.Take(6))
        {
            var price = order.Price != 0m ? order.Price : order.StopPx;
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  {order.ClientOrderId,6} {order.Side,-4} {order.OrderQty:0.########} {order.Symbol} {order.Type}{(price == 0m ? "" : $" {price:0.#########}")} {order.Status} {order.CumQty:0.########} filled");
        }
    }

    static string Line(SessionView view) => string.Create(CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(view.Time)}  equity {view.Equity:0.00}  {view.Fills} fills  {view.Orders.Count} orders work  {(view.Reasons.Count == 0 ? "trading" : string.Join("; ", view.Reasons))}");
}
