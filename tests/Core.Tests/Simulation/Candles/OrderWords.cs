using System.Globalization;

namespace Workbench.Core.Tests.Simulation.Candles;

/// <summary>Sends what a drawing says: <c>buy 10 | sell 10 stop 97 reduce</c>, <c>bracket buy 10 -> sell 10 stop 95, sell 10 limit 103</c>,
/// <c>oco buy 10 stop 103, sell 10 stop 97</c>, <c>cancel 1</c>, <c>amend 1 qty 5 price 99 stop 97</c>.</summary>
sealed class OrderWords(Scripted self, List<Order> orders)
{
    public void Send(string words)
    {
        foreach (var wish in words.Split('|', StringSplitOptions.TrimEntries))
        {
            var (verb, rest) = wish.Split(' ', 2) is [var first, var others] ? (first, others) : (wish, "");
            switch (verb)
            {
                case "bracket":
                    Bracket(rest.Split("->", StringSplitOptions.TrimEntries));
                    break;
                case "oco":
                    orders.AddRange(self.SendOneCancelsOther(Several(rest)).Orders);
                    break;
                case "cancel":
                    self.Cancel(Known(rest));
                    break;
                case "amend":
                    Amend(rest.Split(' '));
                    break;
                default:
                    orders.Add(self.Send(One(wish)));
                    break;
            }
        }
    }

    void Bracket(string[] sides)
    {
        var list = self.SendBracket(One(sides[0]), Several(sides[1]));
        orders.Add(list.Parent!);
        orders.AddRange(list.Orders);
    }

    void Amend(string[] words)
    {
        decimal? Named(string name) => Array.IndexOf(words, name) is var at and > 0 ? Number(words[at + 1]) : null;
        self.Amend(Known(words[0]), Named("qty"), Named("price"), Named("stop"));
    }

    Order Known(string number) => orders.Find(order => order.ClientOrderId == int.Parse(number, CultureInfo.InvariantCulture))!;

    static NewOrder[] Several(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries).Select(One)];

    static NewOrder One(string text)
    {
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var order = NewOrder.Market(words.Dequeue() == "buy" ? Side.Buy : Side.Sell, Number(words.Dequeue()));
        while (words.TryDequeue(out var word))
        {
            order = word switch
            {
                "limit" => order with { Type = OrderType.Limit, Price = Number(words.Dequeue()) },
                "stop" => order with { Type = OrderType.Stop, StopPx = Number(words.Dequeue()) },
                "stop-limit" => order with { Type = OrderType.StopLimit, StopPx = Number(words.Dequeue()), Price = Number(words.Dequeue()) },
                "touch" => order with { Type = OrderType.MarketIfTouched, StopPx = Number(words.Dequeue()) },
                "touch-limit" => order with { Type = OrderType.LimitIfTouched, StopPx = Number(words.Dequeue()), Price = Number(words.Dequeue()) },
                "trail" => order with { Type = OrderType.TrailingStop, Trail = TrailOf(words.Dequeue()) },
                "trail-limit" => order with { Type = OrderType.TrailingStopLimit, Trail = TrailOf(words.Dequeue()), LimitOffset = Number(words.Dequeue()) },
                "open" => order with { Type = OrderType.MarketOnOpen },
                "close" => order with { Type = OrderType.MarketOnClose },
                "ioc" => order with { TimeInForce = TimeInForce.Ioc },
                "fok" => order with { TimeInForce = TimeInForce.Fok },
                "day" => order with { TimeInForce = TimeInForce.Day },
                "until" => order with { TimeInForce = TimeInForce.Gtd, ExpireTime = UtcNanos.ToDateTime(Given.Monday + ((int)Number(words.Dequeue()) - 1) * Drawing.Step) },
                "post" => order with { PostOnly = true },
                "reduce" => order with { ReduceOnly = true },
                "show" => order with { DisplayQty = Number(words.Dequeue()) },
                _ => throw new FormatException($"'{word}' is no word of an order."),
            };
        }

        return order;
    }

    static Trail TrailOf(string text) => text[^1] switch
    {
        '%' => Trail.Percent(Number(text[..^1])),
        't' => Trail.Ticks(Number(text[..^1])),
        _ => Trail.Price(Number(text)),
    };

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
