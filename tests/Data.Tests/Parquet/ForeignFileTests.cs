using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Workbench.Data.Parquet;

namespace Workbench.Data.Tests.Parquet;

/// <summary>Files that others wrote: freqtrade (Snappy, pandas), Binance trades (Brotli, dictionaries), nautilus quotes (Zstandard, 16-byte fixed point).</summary>
public sealed class ForeignFileTests
{
    [SharedDataFact]
    public void Trades_in_Snappy_equal_the_same_trades_in_JSON()
    {
        using var zipped = new GZipStream(File.OpenRead(SharedData.Path("parquet/freqtrade/XRP_ETH-trades.json.gz")), CompressionMode.Decompress);
        using var expected = JsonDocument.Parse(zipped);
        using var table = ParquetTable.Open(SharedData.Path("parquet/freqtrade/XRP_ETH-trades.parquet"));
        Assert.Equal(expected.RootElement.GetArrayLength(), table.Rows);
        foreach (var row in expected.RootElement.EnumerateArray())
        {
            Assert.True(table.Read());
            Assert.Equal(row[0].GetInt64(), table.Whole("timestamp"));
            Assert.Equal(row[1].GetString(), table.Text("id"));
            Assert.Equal(row[3].GetString(), table.Text("side"));
            Assert.Equal(row[4].GetDouble(), table.Real("price"));
            Assert.Equal(row[5].GetDouble(), table.Real("amount"));
            Assert.Equal(row[6].GetDouble(), table.Real("cost"));
        }

        Assert.False(table.Read());
    }

    [SharedDataFact]
    public void Trades_in_Brotli_are_in_order_and_keep_their_digits()
    {
        using var table = ParquetTable.Open(SharedData.Path("parquet/nautilus/btcusdt-trades.parquet"));
        Assert.Equal(2_001, table.Rows);
        var (count, last) = (0, 553_287_558L);
        while (table.Read())
        {
            Assert.Equal(last + 1, table.Whole("trade_id"));
            last++;
            Assert.InRange(table.Real("price"), 39_000, 40_000);
            Assert.Contains(table.Text("buyer_maker"), (string[])["True", "False"]);
            if (count++ == 0)
            {
                Assert.Equal(UtcNanos.From(new DateTime(2021, 1, 8, 0, 0, 0, 278, DateTimeKind.Utc)), table.Time("timestamp"));
                Assert.Equal((39_432.48, 0.000263, "True"), (table.Real("price"), table.Real("quantity"), table.Text("buyer_maker")));
            }
        }

        Assert.Equal((2_001, 39_491.76), (count, LastPrice()));
    }

    static double LastPrice()
    {
        using var table = ParquetTable.Open(SharedData.Path("parquet/nautilus/btcusdt-trades.parquet"));
        var price = 0d;
        while (table.Read())
        {
            price = table.Real("price");
        }

        return price;
    }

    [SharedDataFact]
    public void Quotes_in_Zstandard_are_prices_of_EURUSD()
    {
        using var table = ParquetTable.Open(SharedData.Path("parquet/nautilus/quote_tick_eurusd_2019_sim_rust.parquet"));
        Assert.Equal(10_000, table.Rows);
        var (count, last) = (0, 0L);
        while (table.Read())
        {
            var (bid, ask) = (Fixed(table.Bytes("bid_price")), Fixed(table.Bytes("ask_price")));
            Assert.True(bid < ask && bid is > 1.14m and < 1.15m, $"row {count}: {bid}/{ask}");
            Assert.Equal(1_000_000m, Fixed(table.Bytes("bid_size")));
            Assert.True(table.Whole("ts_event") >= last);
            last = table.Whole("ts_event");
            if (count++ == 0)
            {
                Assert.Equal((1.14605m, 1.14643m), (decimal.Round(bid, 5), decimal.Round(ask, 5)));
            }
        }

        Assert.Equal(10_000, count);
    }

    // Little-endian, 18 decimals: 1.146 was the market of that day.
    static decimal Fixed(byte[] value) => (decimal)BinaryPrimitives.ReadInt128LittleEndian(value) / 1e18m;

    [SharedDataTheory]
    [InlineData("parquet/freqtrade/XRP_ETH-trades.parquet")]
    [InlineData("parquet/nautilus/btcusdt-trades.parquet")]
    [InlineData("parquet/nautilus/quote_tick_eurusd_2019_sim_rust.parquet")]
    public void Cuts_and_flips_end_in_one_clear_error_or_in_all_rows(string path)
    {
        const int seed = 7;
        var dice = new Random(seed);
        var whole = File.ReadAllBytes(SharedData.Path(path));
        using var folder = new TempFolder();
        var file = folder.File("damaged.parquet");
        for (var i = 0; i < 100; i++)
        {
            // Half of the damage into the footer, where lengths and places are.
            var copy = whole.ToArray();
            var at = i % 2 == 0 ? dice.Next(whole.Length) : whole.Length - 1 - dice.Next(Math.Min(whole.Length, 4_000));
            copy[at] ^= (byte)(1 << dice.Next(8));
            File.WriteAllBytes(file, i % 5 == 0 ? whole[..at] : copy);
            AssertReadOrRefused(file, $"seed {seed}, round {i}, byte {at}");
        }
    }

    static void AssertReadOrRefused(string file, string round)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var table = ParquetTable.Open(file);
            var rows = 0L;
            while (table.Read())
            {
                rows++;
            }

            Assert.True(rows == table.Rows, round);
        }
        catch (WorkbenchException e)
        {
            Assert.Equal("WB2201", e.Code);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{round}: {e}");
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200 << 20, round);
    }
}
