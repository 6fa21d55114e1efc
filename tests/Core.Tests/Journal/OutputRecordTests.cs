namespace Workbench.Core.Tests.Journal;

/// <summary>What the output log writes can be read back: the reader follows the log's layout.</summary>
public sealed class OutputRecordTests
{
    [Fact]
    public void Orders_and_cancellations_are_read_back_as_they_were_sent()
    {
        var sent = new List<(long Time, Order Order, bool IsCancel)>();
        var dice = new SeededRandom(3);
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                var tag = dice.Next(3) == 0 ? new string('é', dice.Next(0, 300)) : "t" + dice.Next(20);
                var order = dice.Next(3) switch
                {
                    0 => self.Buy(dice.Next(1, 9) / 4m, tag: tag),
                    1 => self.SellLimit(1m, 9_000m + dice.Next(1, 9_999) / 100_000m, tag: tag),
                    _ => self.BuyStop(79_228_162_514.26m, 8_000m, tag: tag),
                };
                sent.Add((self.Nanos, order, false));
                if (order.Type != OrderType.Market && dice.Next(2) == 0)
                {
                    self.Cancel(order);
                    sent.Add((self.Nanos, order, true));
                }
            },
        };

        var (_, sink) = Play.Run(strategy, RandomWalk.Ticks(8, 3_000));

        Assert.True(sink.Blocks.Count > 5);
        Assert.Equal(sent.Select(each => Told(each.Time, each.Order, each.IsCancel)), Read(sink.Blocks));
    }

    static string Told(long time, Order order, bool isCancel) => isCancel
        ? $"{time} cancel {order.ClientOrderId}"
        : FormattableString.Invariant($"{time} {order.ClientOrderId} {order.Side} {order.OrderQty / 1.000000m} {order.Type} {(order.Price + order.StopPx) / 1.000000m} {order.Tag}");

    static IEnumerable<string> Read(IEnumerable<byte[]> blocks)
    {
        var (texts, told) = (new List<string> { "" }, new List<string>());
        foreach (var block in blocks)
        {
            ReadOnlySpan<byte> rest = block;
            while (OutputRecord.TryTake(ref rest, out var record))
            {
                if (record.Kind == RecordKind.Text)
                {
                    texts.Add(record.Text);
                }
                else if (record.IsDecision)
                {
                    told.Add(record.Kind == RecordKind.CancelSent
                        ? $"{record.Time} cancel {record.ClientOrderId}"
                        : FormattableString.Invariant($"{record.Time} {record.ClientOrderId} {record.Side} {record.Qty} {record.Type} {record.Price} {texts[record.Tag]}"));
                }
            }
        }

        return told;
    }
}
