using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Instruments;

public sealed class InstrumentTableTests
{
    static readonly InstrumentTable Table = InstrumentTable.BuiltIn;

    [Theory]
    [InlineData("EURUSD", 5, "USD", "fx-newyork-17")]
    [InlineData("eur/usd", 5, "USD", "fx-newyork-17")]
    [InlineData("GBPJPY", 3, "JPY", "fx-newyork-17")]
    [InlineData("XAUUSD", 3, "USD", "metals")]
    [InlineData("USA30IDXUSD", 3, "USD", "cfd-index")]
    [InlineData("BTC-USD", 1, "USD", "utc")]
    public void Known_symbols_have_their_scales(string symbol, int scale, string quote, string calendar)
    {
        var instrument = Table.Find(symbol);
        Assert.Equal((scale, quote, calendar), (instrument.PriceScale, instrument.QuoteCurrency, instrument.Calendar.Name));
    }

    [Fact]
    public void Every_line_of_the_table_is_an_instrument() => Assert.All(Table.Symbols, symbol => Assert.Equal(symbol, Table.Find(symbol).Symbol));

    [Fact]
    public void An_unknown_symbol_is_suggested_and_told_how_to_add()
    {
        var error = Assert.Throws<WorkbenchException>(() => Table.Find("EURUDS"));
        Assert.Equal(("WB2001", ExitCode.NotFound), (error.Code, error.Exit));
        Assert.Contains("Did you mean EURUSD?", error.Message, StringComparison.Ordinal);
        Assert.Contains("data/instruments.json", error.TryNext, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_needs_a_point_and_a_currency()
    {
        var share = Table.Find("ZZZQ", new InstrumentOverrides { Point = 0.01m, Quote = "usd" });
        Assert.Equal((AssetClass.Equity, "ZZZQ", "USD", 2, "us-equities"), (share.AssetClass, share.BaseCurrency, share.QuoteCurrency, share.PriceScale, share.Calendar.Name));
        Assert.Equal("WB2002", Assert.Throws<WorkbenchException>(() => Table.Find("ZZZQ", new InstrumentOverrides { Quote = "USD" })).Code);
        Assert.Equal("WB2004", Assert.Throws<WorkbenchException>(() => Table.Find("ZZZQ", new InstrumentOverrides { Point = 0.01m })).Code);
        Assert.Equal("WB2003", Assert.Throws<WorkbenchException>(() => Table.Find("ZZZQ", new InstrumentOverrides { Point = 0m, Quote = "USD" })).Code);
    }

    [Fact]
    public void A_point_of_a_quarter_is_two_decimals_and_a_step()
    {
        var future = Table.Find("ESZ4", new InstrumentOverrides { Point = 0.25m, Quote = "USD" });
        Assert.Equal((2, 0.25m), (future.PriceScale, future.TickSize));
    }

    [Fact]
    public void What_the_user_says_wins_over_the_table()
    {
        var euro = Table.Find("EURUSD", new InstrumentOverrides { Point = 0.000001m, Venue = "OANDA" });
        Assert.Equal((6, "OANDA", 0.0001m), (euro.PriceScale, euro.Venue, euro.PipSize));
    }

    [Fact]
    public void The_user_s_file_adds_and_replaces()
    {
        using var folder = new TempFolder();
        var file = folder.File("instruments.json");
        File.WriteAllText(file, """[{"symbol":"SPY","class":"equity","quote":"USD","point":0.01}, {"symbol":"EURUSD","class":"forex","point":0.0001}, {"symbol":"NOPE","quote":"USD"}]""");
        var table = InstrumentTable.Load(file);
        Assert.Equal(2, table.Find("SPY").PriceScale);
        Assert.Equal(4, table.Find("EURUSD").PriceScale);
        Assert.Equal("WB2002", Assert.Throws<WorkbenchException>(() => table.Find("NOPE")).Code);
        Assert.Equal(5, Table.Find("EURUSD").PriceScale);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{\"symbol\":\"A\",\"pont\":1}]")]
    [InlineData("[{\"quote\":\"USD\"}]")]
    public void A_file_that_is_no_table_is_refused(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("instruments.json"), text);
        Assert.Equal("WB2005", Assert.Throws<WorkbenchException>(() => InstrumentTable.Load(folder.File("instruments.json"))).Code);
    }

    [Theory]
    [InlineData("../etc")]
    [InlineData("A B")]
    [InlineData("")]
    public void A_symbol_that_would_be_a_bad_folder_is_refused(string symbol) =>
        Assert.Equal("WB2007", Assert.Throws<WorkbenchException>(() => Table.Find(symbol, new InstrumentOverrides { Point = 1m, Quote = "USD" })).Code);
}
