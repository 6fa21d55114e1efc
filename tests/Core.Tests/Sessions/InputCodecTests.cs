using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Sessions;

/// <summary>What goes into a journal comes out of it, to the last digit.</summary>
public class InputCodecTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void An_input_reads_back_as_it_was_written(int seed)
    {
        var dice = new SeededRandom(seed);
        foreach (var input in Some(dice))
        {
            var writer = new RecordWriter();
            writer.Begin();
            InputCodec.Write(writer, input with { Time = Given.Monday + seed });
            var first = writer.Record.ToArray();
            var back = InputCodec.Read(first);
            writer.Begin();
            InputCodec.Write(writer, in back);
            Assert.Equal(first, writer.Record.ToArray());
            Assert.Equal((input.Kind, input.Market, input.A, input.B, Given.Monday + seed), (back.Kind, back.Market, back.A, back.B, back.Time));
            if (input.Body is VenueReport report)
            {
                Assert.Equal(report, back.Body);
            }
        }
    }

    [Fact]
    public void Order_ids_read_back_and_no_other_text_does()
    {
        foreach (var number in (long[])[1, 35, 36, 1_679_615, 123_456_789_012])
        {
            Assert.True(ClOrdIds.TryRead("wbkey", ClOrdIds.Of("wbkey", number), out var back));
            Assert.Equal(number, back);
        }

        Assert.False(ClOrdIds.TryRead("wbkey", "wbkez000000000001", out _));
        Assert.False(ClOrdIds.TryRead("wbkey", "wbkey00000000000A", out _));
        Assert.False(ClOrdIds.TryRead("wbkey", "wbkeyzzzzzzzzzzzzz", out _));
        Assert.True(ClOrdIds.IsKey(ClOrdIds.KeyOf(Given.Monday, 4_711)));
    }

    static IEnumerable<Input> Some(SeededRandom dice)
    {
        decimal Money() => dice.Next(-1_000_000, 1_000_000) / 1000m;
        var terms = new OrderTerms(Money(), Money(), Money());
        var fills = Enumerable.Range(0, dice.Next(4)).Select(i => new VenueFill($"T{i}", dice.Next(1_000), Money(), Money()) { Commission = Money(), CommissionCurrency = "BTC", AddedLiquidity = i == 1 }).ToArray();
        var order = new VenueOrder("id", "V1", "EURUSD", OrdStatus.New) { Side = Side.Sell, Type = OrderType.Stop, TimeInForce = TimeInForce.Gtd, Terms = terms, CumQty = Money(), Time = 5, Fills = fills, Text = "ä€" };
        var command = new VenueCommand(VenueCommandKind.Query, dice.Next(100), dice.Next(100));
        yield return Input.Tick(dice.Next(5), 1, dice.Next(1_000_000), dice.Next(1_000_000), 3, 4);
        yield return Input.Trade(1, 2, dice.Next(1_000_000), 4, Side.Sell);
        yield return Input.Bar(2, new BarFigures(1, 2, 3, 4, 5, 6, 7));
        yield return Input.Depth(1, 9, [new DepthChange(Side.Buy, dice.Next(1_000_000), 3, DepthFlags.End), new DepthChange(Side.Sell, 7, 8, DepthFlags.Snapshot)]);
        yield return Input.Clock(77);
        yield return Input.Report(new VenueReport("id", ExecType.Trade, 12)
        {
            VenueOrderId = "V", Symbol = "S", TradeId = "T", Side = Side.Buy, LastQty = Money(), LastPx = Money(), CumQty = dice.Next(2) == 0 ? null : Money(), Commission = Money(),
            CommissionCurrency = "USD", AddedLiquidity = true, Terms = dice.Next(2) == 0 ? null : terms, RejectReason = RejectReason.BadPrice, Text = "no",
        });
        yield return Input.Sent(command, SendResult.Unknown("why"));
        yield return Input.Found(command, order);
        yield return Input.Found(command, null);
        yield return Input.NotFound(command, "could not");
        yield return Input.Audit(command, new VenueState([order, order], new VenueAccount("A", 3) { Balances = [new Money(Money(), "USD")], Positions = [new VenuePosition("EURUSD", Money(), Money())], MayWithdraw = true }));
        yield return Input.NoAudit(command, "could not");
        yield return Input.Cash("id", new Money(Money(), "EUR"), "DAILY_FINANCING");
        yield return Input.Link(LinkKind.Prices, LinkState.Gap, "lost");
        yield return Input.Operator(OperatorCommand.Kill, "why");
        yield return Input.Note("said");
    }
}
