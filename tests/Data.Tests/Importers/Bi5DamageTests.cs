using System.Buffers.Binary;
using Workbench.Data.Importers;
using Workbench.Data.Tests.Compression;

namespace Workbench.Data.Tests.Importers;

public sealed class Bi5DamageTests : IDisposable
{
    const string Hour = "EURUSD/2024/00/08/07h_ticks.bi5";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sound_hour_carries_month_day_and_hour_of_its_path()
    {
        var tick = Assert.Single(Importing.Ticks(Import(LiteralEncoder.Encode(Record(1_500, 108_510, 108_500)))));
        Assert.Equal("2024-01-08T07:00:01.5Z", UtcNanos.ToIso(tick.TimeNanos));
        Assert.Equal((1.085m, 1.0851m, 2_060_000m), (tick.Bid, tick.Ask, tick.AskSize));
    }

    [Fact]
    public void A_page_of_HTML_is_refused_with_file_and_byte()
    {
        var error = Refusal("<html><body>503 Service Unavailable</body></html>"u8.ToArray());
        Assert.Equal(("WB2401", ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("07h_ticks.bi5", error.Message, StringComparison.Ordinal);
        Assert.Contains("byte 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_refused() =>
        Assert.Equal("WB2401", Refusal(LiteralEncoder.Encode(Record(0, 2, 1))[..^3]).Code);

    [Fact]
    public void A_length_that_is_no_multiple_of_20_is_refused()
    {
        var error = Refusal(LiteralEncoder.Encode([.. Record(0, 2, 1), 0, 0, 0]));
        Assert.Equal("WB2402", error.Code);
        Assert.Contains("23 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tick_beyond_its_hour_is_refused() =>
        Assert.Equal("WB2403", Refusal(LiteralEncoder.Encode(Record(3_600_000, 2, 1))).Code);

    [Fact]
    public void Ticks_that_go_backwards_are_refused() =>
        Assert.Equal("WB2305", Refusal(LiteralEncoder.Encode([.. Record(5, 2, 1), .. Record(4, 2, 1)])).Code);

    [Fact]
    public void Empty_hours_are_answers_too()
    {
        var report = Importing.Drain(Import([]));
        Assert.Equal((0, 1, 1), (report.Count, report.Files, report.Empty));
    }

    [Fact]
    public void An_empty_file_needs_no_name()
    {
        var report = Importing.Drain(Importing.Open("dukascopy-bi5", Write("empty.bi5", []), "EURUSD"));
        Assert.Equal((0, 1, 1), (report.Count, report.Files, report.Empty));
    }

    [Fact]
    public void Files_of_other_names_are_passed_over_with_a_warning()
    {
        Write(Hour, LiteralEncoder.Encode(Record(0, 2, 1)));
        Write("EURUSD/2024/12/08/07h_ticks.bi5", LiteralEncoder.Encode(Record(0, 2, 1)));
        var report = Importing.Drain(Importing.Open("dukascopy-bi5", folder.Path, "EURUSD"));
        Assert.Equal((1, 1), (report.Count, report.Files));
        Assert.Contains("1 .bi5 files were passed over", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EURUSD/2024/12/08/07h_ticks.bi5")]
    [InlineData("EURUSD/2024/01/30/07h_ticks.bi5")]
    [InlineData("EURUSD/2024/00/08/24h_ticks.bi5")]
    [InlineData("seven.bi5")]
    public void A_path_that_tells_no_time_is_refused(string path)
    {
        var file = Write(path, LiteralEncoder.Encode(Record(0, 2, 1)));
        Assert.Equal("WB2404", Assert.Throws<WorkbenchException>(() => Importing.Open("dukascopy-bi5", file, "EURUSD")).Code);
    }

    WorkbenchException Refusal(byte[] file) => Assert.Throws<WorkbenchException>(() => Importing.Drain(Import(file)));

    Tape Import(byte[] file) => Importing.Open("dukascopy-bi5", Write(Hour, file), "EURUSD");

    string Write(string path, byte[] bytes)
    {
        var file = folder.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    static byte[] Record(uint ms, uint ask, uint bid)
    {
        var record = new byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(record, ms);
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(4), ask);
        BinaryPrimitives.WriteUInt32BigEndian(record.AsSpan(8), bid);
        BinaryPrimitives.WriteSingleBigEndian(record.AsSpan(12), 2.06f);
        BinaryPrimitives.WriteSingleBigEndian(record.AsSpan(16), 0.75f);
        return record;
    }
}
