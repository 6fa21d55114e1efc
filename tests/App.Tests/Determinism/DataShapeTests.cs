using System.Globalization;
using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Data.Calendars;
using Workbench.Data.Lake;

namespace Workbench.App.Tests.Determinism;

/// <summary>The same ticks decide the same, however they came: hour by hour, in two halves, or as one table.</summary>
[Collection(LabCollection.Name)]
public sealed class DataShapeTests(Lab lab)
{
    [SharedDataFact]
    public void Ticks_of_one_table_decide_like_those_of_many_files()
    {
        using var shell = lab.Fresh();
        var table = shell.Write("ticks.csv", Table(lab.EurUsd));
        Assert.Equal(136_741, shell.Run("data", "import", table, "--instrument", "EURUSD", "--format", "csv", "--json").Good().Json().GetProperty("count").GetInt32());
        Assert.Equal(Hash(lab.EurUsd), Hash(shell.Lake));
    }

    [SharedDataFact]
    public void Ticks_imported_in_pieces_decide_like_those_imported_at_once()
    {
        using var shell = lab.Fresh();
        var day = SharedData.Path("dukascopy-bi5/EURUSD/2019/01/04");
        int[][] pieces = [[12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], [0, 1, 2], [3, 4, 5, 6, 7, 8, 9, 10, 11], [9]];
        foreach (var (hours, number) in pieces.Select((hours, number) => (hours, number)))
        {
            var folder = shell.Path($"piece{number}/EURUSD/2019/01/04");
            Directory.CreateDirectory(folder);
            foreach (var name in hours.Select(hour => $"{hour:00}h_ticks.bi5"))
            {
                File.Copy(Path.Combine(day, name), Path.Combine(folder, name));
            }

            shell.Run("data", "import", shell.Path($"piece{number}"), "--instrument", "EURUSD", "--format", "dukascopy-bi5").Good();
        }

        Assert.Equal(Hash(lab.EurUsd), Hash(shell.Lake));
    }

    string Hash(string lake) =>
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "timeframe=tick", "--lake", lake, "--json").Good().Json().GetProperty("eventLogHash").GetString()!;

    static string Table(string folder)
    {
        var lake = new ParquetLake(folder, SessionCalendars.Find);
        var instrument = lake.Instrument("EURUSD");
        using var ticks = lake.Ticks(instrument, TimeRange.All);
        var text = new StringBuilder("time,bid,ask,bidsize,asksize\n");
        var batch = new TickBatch();
        while (ticks.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(batch.Time[i])},{instrument.FromRaw(batch.Bid[i])},{instrument.FromRaw(batch.Ask[i])},{instrument.SizeFromRaw(batch.BidSize[i])},{instrument.SizeFromRaw(batch.AskSize[i])}\n");
            }
        }

        return text.ToString();
    }
}
