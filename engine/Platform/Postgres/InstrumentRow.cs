using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>An instrument as a row: all that is needed to read the numbers back.</summary>
static class InstrumentRow
{
    const string Columns = "symbol, venue, asset_class, base_currency, quote_currency, price_scale, size_scale, tick_size, pip_size, lot_step, min_qty, max_qty, contract_size, is_inverse, calendar";

    /// <summary>The instrument of a symbol; null where there is none.</summary>
    public static Instrument? Find(NpgsqlConnection connection, string symbol, Func<string, ISessionCalendar> calendars) =>
        connection.List($"select {Columns} from market.instruments where symbol = $1", row => Read(row, calendars), symbol).FirstOrDefault();

    /// <summary>Keeps an instrument as it is now, and says its number. Its scales are settled before; who only tells of it does not settle them.</summary>
    public static int Keep(NpgsqlConnection connection, Instrument instrument, bool isTold) =>
        isTold && connection.List("select id from market.instruments where symbol = $1", row => row.GetInt32(0), instrument.Symbol) is [var known] ? known : Keep(connection, instrument);

    static int Keep(NpgsqlConnection connection, Instrument instrument) => connection.Ask<int>(
        $"""
        insert into market.instruments ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (symbol) do update set venue = excluded.venue, asset_class = excluded.asset_class, base_currency = excluded.base_currency, quote_currency = excluded.quote_currency,
            price_scale = excluded.price_scale, size_scale = excluded.size_scale,
            tick_size = excluded.tick_size, pip_size = excluded.pip_size, lot_step = excluded.lot_step, min_qty = excluded.min_qty, max_qty = excluded.max_qty,
            contract_size = excluded.contract_size, is_inverse = excluded.is_inverse, calendar = excluded.calendar
        returning id
        """,
        instrument.Symbol, instrument.Venue, instrument.AssetClass.ToString(), instrument.BaseCurrency, instrument.QuoteCurrency,
        (short)instrument.PriceScale, (short)instrument.SizeScale, instrument.TickSize, instrument.PipSize, instrument.LotStep,
        instrument.MinQty, instrument.MaxQty, instrument.ContractSize, instrument.IsInverse, instrument.Calendar.Name);

    static Instrument Read(NpgsqlDataReader row, Func<string, ISessionCalendar> calendars) => new()
    {
        Symbol = row.GetString(0), Venue = row.GetString(1), AssetClass = Enum.Parse<AssetClass>(row.GetString(2)),
        BaseCurrency = row.GetString(3), QuoteCurrency = row.GetString(4),
        PriceScale = row.GetInt16(5), SizeScale = row.GetInt16(6),
        TickSize = row.GetDecimal(7), PipSize = row.GetDecimal(8), LotStep = row.GetDecimal(9),
        MinQty = row.GetDecimal(10), MaxQty = row.GetDecimal(11), ContractSize = row.GetDecimal(12), IsInverse = row.GetBoolean(13),
        Calendar = calendars(row.GetString(14)),
    };
}
