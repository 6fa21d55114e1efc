namespace Workbench.Platform.Tests.Postgres;

/// <summary>Dividends and splits beside the bars of a database.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ActionTests(PostgresRoom room)
{
    static readonly ActionTable Told = new("SPY", "yahoo",
    [
        new CorporateAction(new DateOnly(2023, 3, 17), 1.506m, 0m) { Adjustment = 0.9961123456789 },
        new CorporateAction(new DateOnly(2023, 6, 16), 0m, 2m) { CapitalGain = 0.10m },
    ]);

    [PostgresFact]
    public void They_come_back_as_they_were_told_and_a_table_that_is_replaced_stays()
    {
        var address = room.Prepared();
        var store = Market.Store(address);
        Assert.Null(store.Actions("SPY"));

        Assert.True(store.Write(Told));
        Assert.False(store.Write(Told));
        Assert.Equal(Told.Rows, store.Actions("SPY")!.Rows);
        var mended = Told with { Rows = [Told.Rows[0] with { Dividend = 1.5m }, Told.Rows[1]] };
        Assert.True(store.Write(mended));

        Assert.Equal((mended.Source, mended.Rows[0]), (store.Actions("SPY")!.Source, store.Actions("SPY")!.Rows[0]));
        Assert.Equal("1.506", room.Server.Sql(address.Database, "select c.dividend from market.corporate_actions c join market.action_tables t on t.id = c.action_table where t.replaced is not null and c.dividend > 0"));
        Assert.Null(store.Actions("AAPL"));
    }
}
