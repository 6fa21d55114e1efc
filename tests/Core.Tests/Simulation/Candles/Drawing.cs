using System.Globalization;

namespace Workbench.Core.Tests.Simulation.Candles;

/// <summary>
/// A case as a trader would draw it: candles, what is sent at the close of which, and what must be filled in which.
/// </summary>
/// <remarks>
/// <code>
/// 1: buy 10 | sell 10 stop 97        sent at the close of candle 1
/// 100 101 99 100                     open high low close [volume], one line a candle
/// > 2 buy 10 @ 100                   what must be filled, in this order
/// > #2 canceled                      what must become of an order, by its number
/// </code>
/// A line of a name and a word, such as <c>path: highFirst</c>, sets a model. A candle lasts 50 seconds, the next one begins at the
/// minute, so that a time belongs to one candle alone. Ticks are 0.25.
/// </remarks>
sealed class Drawing
{
    public const long Step = UtcNanos.Minute;
    public const long Pause = 10 * UtcNanos.Second;

    readonly List<BarRow> candles = [];
    readonly List<(int Candle, string Words)> sent = [];
    readonly List<string> expected = [];
    readonly List<string> fills = [];
    readonly List<string> refused = [];
    readonly List<Order> orders = [];
    RunConfig config = Given.Usd;
    ISessionCalendar calendar = UtcCalendar.Instance;

    public Drawing(string text)
    {
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            Read(line);
        }
    }

    /// <summary>What must come out.</summary>
    public IReadOnlyList<string> Expected => expected;

    /// <summary>What came out, told as the drawing tells it: all fills, then those orders that the drawing asks about, then refusals.</summary>
    public IReadOnlyList<string> Play()
    {
        var instrument = new Instrument
        {
            Symbol = "XYZ", BaseCurrency = "XYZ", QuoteCurrency = "USD", PriceScale = 2, TickSize = 0.25m, MaxQty = 1_000m, Calendar = calendar, AssetClass = AssetClass.Equity,
        };
        var candle = 0;
        var strategy = new Scripted
        {
            Started = self => self.Subscribe(Bars.Minutes(1)),
            Barred = (self, _) =>
            {
                candle++;
                foreach (var (_, words) in sent.Where(line => line.Candle == candle))
                {
                    new OrderWords(self, orders).Send(words);
                }
            },
            Executed = (_, order, report) => Note(order, report),
        };
        Core.Tests.Kit.Play.Run(config, strategy, Tapes.Bars(instrument, Bars.Minutes(1), [.. candles]));
        return [.. fills, .. expected.Where(line => line[0] == '#').Select(line => Ended(int.Parse(line[1..line.IndexOf(' ')], CultureInfo.InvariantCulture))), .. refused];
    }

    void Read(string line)
    {
        if (line[0] == '>')
        {
            expected.Add(line[1..].Trim());
        }
        else if (line.Split(':', 2) is [var name, var words])
        {
            if (int.TryParse(name, CultureInfo.InvariantCulture, out var candle))
            {
                sent.Add((candle, words.Trim()));
            }
            else
            {
                Set(name, words.Trim());
            }
        }
        else
        {
            Draw([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))]);
        }
    }

    void Set(string name, string words)
    {
        config = name switch
        {
            "limitFill" => config with { LimitFill = ModelText.Name<LimitFillRule>(name, words) },
            "arrival" => config with { Arrival = ModelText.Name<ArrivalRule>(name, words) },
            "path" => config with { Path = ModelText.Name<IntrabarPath>(name, words) },
            "latency" => config with { Latency = ModelText.Latency(words) },
            "slippage" => config with { Slippage = ModelText.Slippage(words) },
            "liquidity" => config with { Liquidity = ModelText.Liquidity(words) },
            "session" => config,
            _ => throw new FormatException($"'{name}' sets nothing."),
        };
        calendar = name == "session" ? new DeskHours(int.Parse(words, CultureInfo.InvariantCulture)) : calendar;
    }

    void Draw(decimal[] candle)
    {
        var open = Given.Monday + candles.Count * Step;
        candles.Add(new BarRow(open, open + Step - Pause, Raw(candle[0]), Raw(candle[1]), Raw(candle[2]), Raw(candle[3]), candle.Length > 4 ? (long)candle[4] : 0));
    }

    void Note(Order order, ExecutionReport report)
    {
        if (report.ExecType == ExecType.Trade)
        {
            var candle = (report.TransactTime - Given.Monday) / Step + 1;
            fills.Add(FormattableString.Invariant($"{candle} {(order.Side == Side.Buy ? "buy" : "sell")} {report.LastQty:0.##} @ {report.LastPx:0.##}"));
        }
        else if (report.ExecType is ExecType.CancelRejected or ExecType.ReplaceRejected)
        {
            refused.Add(FormattableString.Invariant($"refused {order.ClientOrderId} {report.RejectReason}"));
        }
    }

    string Ended(int number)
    {
        var order = orders.Find(order => order.ClientOrderId == number) ?? throw new InvalidOperationException($"There is no order {number}.");
        var reason = order.Status == OrdStatus.Rejected ? " " + order.RejectReason : "";
        return $"#{number} {order.Status.ToString().ToLowerInvariant()}{reason}";
    }

    static long Raw(decimal price) => (long)(price * 100m);
}
