namespace Workbench.Core.Tests.Portfolio;

/// <summary>
/// A small life of an account by a seed: fills of several books, swap, funding, borrow fees, dividends, splits, in a netting or
/// a hedging account, of a linear or an inverse contract, converted, kept or neither. Beside it only sums of what was told.
/// </summary>
sealed class BooksCase
{
    const long Step = 5 * UtcNanos.Hour;

    // Its 64 kB are not worth having ten thousand times.
    static readonly OutputLog Log = new(new ForgetfulSink());

    readonly SeededRandom dice;
    readonly Settlements settlements;
    readonly long[] marks = new long[2];
    long time = Given.Monday;
    long id;

    public BooksCase(int seed)
    {
        dice = new SeededRandom(seed);
        var inverse = dice.Next(4) == 0;
        Instrument = new Instrument
        {
            Symbol = "ABC", AssetClass = AssetClass.Equity, BaseCurrency = "ABC", QuoteCurrency = "EUR", PriceScale = 2, IsInverse = inverse,
            LotStep = dice.Next(2) == 0 ? 1m : 0.01m, ContractSize = Pick(1m, 7m, 0.1m, 100m),
        };
        IsConverted = dice.Next(3) == 0;
        Config = new RunConfig
        {
            Currency = IsConverted ? "USD" : Instrument.SettleCurrency, Range = new TimeRange(Given.Monday, Given.Monday + UtcNanos.Day),
            Books = [.. Enumerable.Range(0, dice.Next(1, 4)).Select(book => $"script {book}")],
            Account = new AccountTerms { Mode = dice.Next(2) == 0 ? PositionMode.Netting : PositionMode.Hedging, KeepsCurrencies = dice.Next(3) == 0 },
            HoldingOf = new Dictionary<string, HoldingTerms> { ["ABC"] = Terms(inverse) },
        };
        Market = new Market(Instrument, 0, Config.Books.Count, Config.Account.Mode == PositionMode.Hedging) { IsTraded = true };
        Pair = new Market(Given.Pair(Instrument.SettleCurrency, "USD", 5), 1);
        Market.Conversion = IsConverted ? Conversion.Find([Market, Pair], Instrument.SettleCurrency, "USD")! : Conversion.None;
        Account = new Account(Config, Sink);
        settlements = new Settlements(Config, [Market, Pair], Account, Log, Sink);
    }

    public Instrument Instrument { get; }

    public bool IsConverted { get; }

    public RunConfig Config { get; }

    public Market Market { get; }

    public Market Pair { get; }

    public Account Account { get; }

    public RecordingSink Sink { get; } = new();

    /// <summary>Commission of all fills in settlement currency, which no sink is told.</summary>
    public decimal Commission { get; private set; }

    public IReadOnlyList<BookResult> Live()
    {
        Quote();
        settlements.Begin(time);
        for (var steps = dice.Next(4, 22); steps > 0; steps--)
        {
            time += Step;
            settlements.Take(time, (_, _) => { });
            Quote();
            Fill();
        }

        return Account.ReportOpen(time);
    }

    void Quote()
    {
        var bid = marks[0] == 0 ? dice.Next(500, 50_000) : Math.Max(10, Market.Bid + dice.Next(-40, 41));
        Market.Quote(bid, bid + dice.Next(0, 5));
        var rate = dice.Next(80_000, 160_000);
        Pair.Quote(rate, rate + 2);
        marks[0] = bid;
    }

    void Fill()
    {
        var (book, side) = (dice.Next(Config.Books.Count), dice.Next(2) == 0 ? Side.Buy : Side.Sell);
        var against = Market.Position.Against(book, side).Qty;
        var reducible = Math.Max(0m, side == Side.Buy ? -against : against);
        var reduces = reducible > 0m && dice.Next(3) == 0;
        var qty = Instrument.LotStep * dice.Next(1, 60);
        qty = reduces ? Math.Min(qty, reducible) : qty;
        var order = new Order
        {
            ClientOrderId = ++id, Book = book, Instrument = Instrument, Side = side, Type = OrderType.Market, OrderQty = qty, SentNanos = time,
            ReduceOnly = reduces, Tag = Pick("a", "b"),
        };
        var commission = dice.Next(5) == 0 ? 0m : dice.Next(-200, 5_000) / 10_000m;
        Commission += commission;
        Account.Apply(Market, order, new ExecutionReport(id, ExecType.Trade, time)
        {
            LastQty = qty, LastPx = Instrument.FromRaw(side == Side.Buy ? Market.Ask : Market.Bid), Commission = commission,
            SpreadCost = dice.Next(0, 300) / 1_000m, SlippageCost = dice.Next(0, 100) / 1_000m,
        });
    }

    HoldingTerms Terms(bool inverse) => new()
    {
        Swap = dice.Next(2) == 0 ? null : new SwapTable
        {
            Unit = Pick(inverse ? SwapUnit.Interest : SwapUnit.Points, SwapUnit.Money, SwapUnit.Interest), LotSize = 3m, CutOff = UtcCalendar.Instance,
            Rates = [new SwapRate(0, dice.Next(-90, 40) / 100m, dice.Next(-90, 40) / 100m)],
        },
        Funding = dice.Next(2) == 0 ? [] : [.. Enumerable.Range(1, 3).Select(i => new FundingRate(Given.Monday + 8 * i * UtcNanos.Hour, dice.Next(-50, 90) / 100_000m))],
        Borrow = dice.Next(2) == 0 ? null : new BorrowTable { Rates = [new BorrowRate(0, dice.Next(0, 300) / 1_000m)] },
        Dividends = inverse || dice.Next(2) == 0 ? [] : [new Dividend(Given.At(dice.Next(2, 60)), dice.Next(1, 300) / 100m)],
        Splits = inverse || dice.Next(2) == 0 ? [] : [new Split(Given.At(dice.Next(2, 20)), dice.Next(1, 5), dice.Next(1, 5)), new Split(Given.At(dice.Next(20, 60)), 3m, 7m)],
    };

    T Pick<T>(params T[] of) => of[dice.Next(of.Length)];
}
