using System.Globalization;
using Workbench.Data.Parquet;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Parquet;

/// <summary>Our files in DuckDB, and DuckDB's in ours.</summary>
public sealed class PeerTests : IDisposable
{
    const int Rows = 5_000;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PeerFact]
    public void DuckDB_reads_the_lake_as_it_was_written()
    {
        var rows = Ticks.Walk(1, "2024-01-20", 200_000, longest: 20_000);
        Ticks.Write(Ticks.Lake(folder), rows);
        var files = Path.Combine(folder.Path, "XAUUSD", "ticks", "*.parquet");
        var answer = Peer.Ask($"""
            select count(*), sum(bid), sum(ask), sum(bid_size), sum(ask_size), sum(epoch_ms(time)::hugeint), min(time), max(bid), sum(bid * (epoch_ms(time) % 1000))
            from read_parquet('{files}')
            """).Single();
        var said = answer.EnumerateArray().Select(value => value.GetString()!).ToList();
        Assert.Equal(rows.Count.ToString(CultureInfo.InvariantCulture), said[0]);
        Assert.Equal(rows.Sum(row => row.Bid) / 100m, Number(said[1]));
        Assert.Equal(rows.Sum(row => row.Ask) / 100m, Number(said[2]));
        Assert.Equal(rows.Sum(row => row.BidSize), Number(said[3]));
        Assert.Equal(rows.Sum(row => row.AskSize), Number(said[4]));
        Assert.Equal(rows.Sum(row => row.Time / UtcNanos.Millisecond), Number(said[5]));
        Assert.StartsWith("2024-01-20 00:00:00", said[6], StringComparison.Ordinal);
        Assert.Equal(rows.Max(row => row.Bid) / 100m, Number(said[7]));
        Assert.Equal(rows.Sum(row => row.Bid * (row.Time / UtcNanos.Millisecond % 1_000)) / 100m, Number(said[8]));
    }

    [PeerFact]
    public void DuckDB_finds_our_row_groups_by_their_minima_and_maxima()
    {
        Ticks.Write(Ticks.Lake(folder), Ticks.Walk(2, "2024-01-01", 300_000, longest: 2_000));
        var file = Directory.GetFiles(Path.Combine(folder.Path, "XAUUSD", "ticks"), "*.parquet").Single();
        var groups = Peer.Ask($"select row_group_id, stats_min_value, stats_max_value, encodings from parquet_metadata('{file}') where path_in_schema = 'time' order by 1");
        Assert.Equal(3, groups.Length);
        Assert.StartsWith("2024-01-01 00:00:00", groups[0][1].GetString(), StringComparison.Ordinal);
        Assert.True(string.CompareOrdinal(groups[0][2].GetString(), groups[1][1].GetString()) <= 0);
        Assert.Contains("DELTA_BINARY_PACKED", groups[0][3].GetString(), StringComparison.Ordinal);
    }

    [PeerFact]
    public void Files_of_DuckDB_in_every_codec_and_version_read_alike()
    {
        var files = (from codec in (string[])["uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4_raw"]
                     from version in (string[])["v1", "v2"]
                     select (Path: folder.File($"{codec}-{version}.parquet"), Codec: codec, Version: version)).ToList();
        Peer.Ask([.. files.Select(file => $"""
            copy (select i::bigint as id, (i % 7)::integer as small, case when i % 5 = 0 then null else i * 0.25::double end as r,
                'name' || (i % 100) as txt, md5(i::varchar) as uniq, i % 3 = 0 as flag, (i * 1.01)::decimal(18,2) as d,
                (i * 1.01)::decimal(38,10) as wide, make_timestamp(1700000000000000 + i * 1000) as ts, case when i % 11 = 0 then null else 'x' || i end as opt,
                [i, i + 1] as lst, i::float as f from range({Rows}) t(i))
            to '{file.Path}' (format parquet, compression {file.Codec}, parquet_version {file.Version}, row_group_size 2048)
            """)]);
        files.ForEach(file => AssertSame(file.Path));
    }

    static void AssertSame(string file)
    {
        using var table = ParquetTable.Open(file);
        Assert.Equal(Rows, table.Rows);
        for (var i = 0; i < Rows; i++)
        {
            Assert.True(table.Read());
            Assert.Equal((i, i % 7, i % 3 == 0), (table.Whole("id"), table.Whole("small"), table.Flag("flag")));
            Assert.Equal((i % 5 == 0, i % 5 == 0 ? 0 : i * 0.25), (table.IsNull("r"), table.Real("r")));
            Assert.Equal((FormattableString.Invariant($"name{i % 100}"), (double)i), (table.Text("txt"), table.Real("f")));
            Assert.Equal((i * 1.01m, i * 1.01m), (table.Decimal("d"), table.Decimal("wide")));
            Assert.Equal(1_700_000_000_000_000_000 + i * UtcNanos.Millisecond, table.Time("ts"));
            Assert.Equal((i % 11 == 0, i % 11 == 0 ? "" : FormattableString.Invariant($"x{i}")), (table.IsNull("opt"), table.Text("opt")));
        }

        Assert.Equal("WB2204", Assert.Throws<WorkbenchException>(() => table.Whole("lst.list.element")).Code);
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
