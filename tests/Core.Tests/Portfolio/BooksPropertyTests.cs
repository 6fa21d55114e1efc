namespace Workbench.Core.Tests.Portfolio;

/// <summary>What must hold of every account, to the last digit, over ten thousand small lives.</summary>
public sealed class BooksPropertyTests
{
    const int Cases = 10_000;

    [Fact]
    public void Fills_and_splits_add_up_to_the_position_of_each_book_and_of_all()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var life = new BooksCase(seed);
            life.Live();

            for (var book = 0; book < life.Config.Books.Count; book++)
            {
                var sum = life.Sink.Fills.Where(fill => fill.Book == book).Sum(Signed) + life.Sink.Flows.Where(flow => flow.Book == book && flow.Kind == CashFlowKind.Split).Sum(flow => flow.Qty);
                Same(seed, sum, life.Market.PositionOf(book));
                Same(seed, sum, life.Sink.Trades.Where(trade => trade.IsOpen && trade.Book == book).Sum(trade => trade.Side == Side.Buy ? trade.Qty : -trade.Qty));
            }

            Same(seed, life.Market.Position.Qty, Enumerable.Range(0, life.Config.Books.Count).Sum(life.Market.PositionOf));
            Same(seed, 0m, life.Market.Position.Qty % life.Instrument.LotStep);
        }
    }

    [Fact]
    public void Cash_and_positions_at_cost_are_the_money_at_the_start_less_costs()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var life = new BooksCase(seed);
            life.Live();
            if (life.IsConverted)
            {
                continue;
            }

            // What went out for units, what came in for them; an inverse contract is the other way round.
            var sign = life.Instrument.IsInverse ? -1m : 1m;
            var units = life.Sink.Fills.Sum(fill => fill.Side == Side.Buy ? Value(life.Instrument, fill.Qty, fill.Price) : -Value(life.Instrument, fill.Qty, fill.Price))
                - life.Sink.Trades.Where(trade => trade.ExitTag == "split").Sum(trade => (trade.Side == Side.Buy ? 1m : -1m) * trade.Qty * trade.ExitPrice * life.Instrument.ContractSize);
            var cash = life.Config.Cash - sign * units - life.Commission + life.Sink.Flows.Sum(flow => flow.Amount);

            Same(seed, cash + sign * life.Market.Position.Cost, life.Account.Balance);
        }
    }

    [Fact]
    public void The_balance_is_the_start_and_what_closed_trades_fills_and_flows_were_told_to_be()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var life = new BooksCase(seed);
            var books = life.Live();
            if (life is { IsConverted: true, Config.Account.KeepsCurrencies: true })
            {
                continue;
            }

            var told = life.Config.Cash + life.Sink.Trades.Where(trade => !trade.IsOpen).Sum(trade => trade.PricePnl)
                - life.Sink.Fills.Sum(fill => fill.Commission) + life.Sink.Flows.Sum(flow => flow.Amount);
            Same(seed, told, life.Account.Balance);
            Same(seed, life.Account.Balance - life.Config.Cash + life.Sink.Trades.Where(trade => trade.IsOpen).Sum(trade => trade.PricePnl), books.Sum(book => book.Net));
            if (!life.IsConverted && !life.Instrument.IsInverse)
            {
                Same(seed, life.Account.Equity - life.Config.Cash, books.Sum(book => book.Net));
            }
        }
    }

    [Fact]
    public void Each_line_of_the_costs_is_the_same_in_fills_flows_trades_books_and_total()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var life = new BooksCase(seed);
            var books = life.Live();
            var costs = life.Account.Costs;
            decimal Flow(CashFlowKind kind) => life.Sink.Flows.Where(flow => flow.Kind == kind).Sum(flow => flow.Amount);

            var told = new CostTotals(
                life.Sink.Fills.Sum(fill => fill.Commission), life.Sink.Fills.Sum(fill => fill.SpreadCost), life.Sink.Fills.Sum(fill => fill.SlippageCost),
                -Flow(CashFlowKind.Swap), -Flow(CashFlowKind.Funding), -Flow(CashFlowKind.Borrow));
            Same(seed, told, costs);
            Same(seed, life.Sink.Trades.Aggregate(new CostTotals(), (sum, trade) => sum + trade.Costs), costs);
            Same(seed, books.Aggregate(new CostTotals(), (sum, book) => sum + book.Costs), costs);
            Same(seed, Flow(CashFlowKind.Dividend), life.Account.Dividends);
            Same(seed, life.Sink.Trades.Sum(trade => trade.Dividends), life.Account.Dividends);
        }
    }

    [Fact]
    public void Money_that_is_kept_in_its_currency_is_never_converted()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var life = new BooksCase(seed);
            life.Live();
            if (life is not { IsConverted: true, Config.Account.KeepsCurrencies: true, Instrument.IsInverse: false } || life.Sink.Flows.Count > 0)
            {
                continue;
            }

            var bought = life.Sink.Fills.Sum(fill => Signed(fill) * fill.Price * life.Instrument.ContractSize);
            var money = life.Account.Cash.In("USD");
            Same(seed, life.Config.Cash, money[0].Amount);
            Same(seed, life.Market.Position.Cost - bought - life.Commission, money[1].Amount);
        }
    }

    [Fact]
    public void The_lives_hold_what_they_are_meant_to()
    {
        var lives = Enumerable.Range(1, 500).Select(seed => new BooksCase(seed)).ToArray();
        foreach (var life in lives)
        {
            life.Live();
        }

        Assert.All(Enum.GetValues<CashFlowKind>(), kind => Assert.Contains(lives, life => life.Sink.Flows.Exists(flow => flow.Kind == kind)));
        Assert.Contains(lives, life => life.Market.Position.IsHedged);
        Assert.Contains(lives, life => life.Sink.Trades.Exists(trade => trade.ExitTag == "split"));
        Assert.Contains(lives, life => life.Config.Books.Count == 3 && life.IsConverted && life.Instrument.IsInverse);
    }

    static decimal Value(Instrument instrument, decimal qty, decimal price) => instrument.IsInverse
        ? Math.Round(qty * instrument.ContractSize / price, 12)
        : qty * price * instrument.ContractSize;

    static decimal Signed(Fill fill) => fill.Side == Side.Buy ? fill.Qty : -fill.Qty;

    static void Same<T>(int seed, T expected, T actual) => Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"seed {seed}: {expected} expected, {actual} found");
}
