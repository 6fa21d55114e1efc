using Workbench.Core.Tests.Simulation.Candles;

namespace Workbench.Core.Tests.Orders;

/// <summary>Ten thousand small markets with a trader who tries everything, under every model: what must hold of orders holds at every report.</summary>
public sealed class OrderLifeTests
{
    const int Cases = 10_000;

    [Fact]
    public void Orders_add_up_at_every_report_whatever_is_tried()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            new Trial(seed).Run();
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_decisions()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (first, second) = (new Trial(seed).Run(), new Trial(seed).Run());

            Assert.True(first == second, $"seed {seed}: {first} and {second}");
        }
    }

    sealed class Trial
    {
        readonly int seed;
        readonly SeededRandom dice;
        readonly Instrument instrument;
        readonly AnyTrader trader;
        readonly Dictionary<long, decimal> filled = [];
        decimal position;

        public Trial(int seed)
        {
            this.seed = seed;
            dice = new SeededRandom(seed);
            instrument = new Instrument
            {
                Symbol = "XYZ", BaseCurrency = "XYZ", QuoteCurrency = "USD", PriceScale = 2, TickSize = 0.25m, AssetClass = AssetClass.Equity,
                Calendar = dice.Next(2) == 0 ? UtcCalendar.Instance : new DeskHours(3),
            };
            trader = new AnyTrader(seed + 1_000_000, instrument);
        }

        public string Run()
        {
            var config = Given.Usd with
            {
                Seed = seed,
                LimitFill = (LimitFillRule)dice.Next(2),
                Arrival = (ArrivalRule)dice.Next(2),
                Path = (IntrabarPath)dice.Next(4),
                Latency = dice.Next(3) switch { 0 => new SkewedLatency(0, 90 * UtcNanos.Second), 1 => new ConstantLatency(UtcNanos.Second, 0, UtcNanos.Minute), _ => ConstantLatency.None },
                Slippage = dice.Next(3) switch { 0 => new RandomSlippage(0.5, 2), 1 => new VolumeShareSlippage(0.1m), _ => TickSlippage.None },
                Liquidity = dice.Next(3) switch { 0 => new ShareLiquidity(0.3m), 1 => new QuotedLiquidity(), _ => UnlimitedLiquidity.Instance },
            };
            var strategy = new TickScripted
            {
                Started = self => self.Subscribe(Bars.Minutes(1)),
                Barred = (self, _) => trader.Act(self),
                Ticked = (self, _) => trader.Act(self),
                Executed = Heard,
            };
            var (result, sink) = Play.Run(config, strategy, dice.Next(2) == 0 ? Candles() : Ticks());

            Must(sink.Fills.Count == 0 || sink.Fills[^1].PositionAfter == position, $"the fills make {position}, the account holds {(sink.Fills.Count > 0 ? sink.Fills[^1].PositionAfter : 0m)}");
            Must(result.Orders.Submitted == trader.Sent.Count, "an order was lost");
            foreach (var bracket in trader.Brackets)
            {
                Must(bracket.CumQty <= bracket.Parent!.CumQty, $"exits of {bracket.CumQty} for an entry of {bracket.Parent!.CumQty}");
            }

            foreach (var order in trader.Sent)
            {
                Holds(order);
                Must(order.TimeInForce != TimeInForce.Fok || order.CumQty == 0m || order.Status == OrdStatus.Filled, $"{order.ClientOrderId} fill-or-kill was filled in part");
            }

            return result.EventLogHash;
        }

        void Heard(Scripted self, Order order, ExecutionReport report)
        {
            if (report.ExecType == ExecType.Trade)
            {
                filled[order.ClientOrderId] = filled.GetValueOrDefault(order.ClientOrderId) + report.LastQty;
                var before = position;
                position += order.Side == Side.Buy ? report.LastQty : -report.LastQty;
                Must(!order.ReduceOnly || Math.Abs(position) < Math.Abs(before), $"{order.ClientOrderId} is reduce-only and took {before} to {position}");
                Must(order.Price == 0m || (order.Side == Side.Buy ? report.LastPx <= order.Price : report.LastPx >= order.Price), $"{order.ClientOrderId} was filled at {report.LastPx}, its limit is {order.Price}");
                Must(!order.PostOnly || report.AddedLiquidity, $"{order.ClientOrderId} is post-only and took");
                Holds(order);
                if (trader.Sent.Count < 40)
                {
                    trader.Act(self);
                }
            }

            Holds(order);
        }

        void Holds(Order order)
        {
            Must(order.CumQty == filled.GetValueOrDefault(order.ClientOrderId), $"{order.ClientOrderId} says {order.CumQty}, its fills {filled.GetValueOrDefault(order.ClientOrderId)}");
            Must(order.IsDone ? order.LeavesQty == 0m : order.CumQty + order.LeavesQty == order.OrderQty, $"{order.ClientOrderId}: {order.CumQty} + {order.LeavesQty} ≠ {order.OrderQty}");
            Must(order.Status != OrdStatus.Filled || order.CumQty == order.OrderQty, $"{order.ClientOrderId} is filled with {order.CumQty} of {order.OrderQty}");
        }

        Tape Candles()
        {
            var rows = new BarRow[dice.Next(3, 9)];
            long price = 10_000;
            for (var i = 0; i < rows.Length; i++)
            {
                var open = price + 25 * dice.Next(-3, 4);
                price = open + 25 * dice.Next(-4, 5);
                rows[i] = new BarRow(
                    Given.At(9, i), Given.At(9, i, 50), open, Math.Max(open, price) + 25 * dice.Next(4), Math.Min(open, price) - 25 * dice.Next(4), price, dice.Next(60));
            }

            return Tapes.Bars(instrument, Bars.Minutes(1), rows);
        }

        Tape Ticks()
        {
            var rows = new TickRow[dice.Next(4, 14)];
            long price = 10_000;
            var time = Given.At(9);
            for (var i = 0; i < rows.Length; i++)
            {
                price += 25 * dice.Next(-3, 4);
                time += dice.Next(0, 100) * UtcNanos.Second;
                rows[i] = new TickRow(time, price, price + 25 * dice.Next(0, 3), dice.Next(20), dice.Next(20));
            }

            return Tapes.Ticks(instrument, rows);
        }

        void Must(bool holds, string what) => Assert.True(holds, $"seed {seed}: {what}");
    }
}
