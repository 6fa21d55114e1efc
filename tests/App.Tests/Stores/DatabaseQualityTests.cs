using System.Globalization;
using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Stores;

/// <summary>What the check refuses in the lake it refuses in a database, wherever it was checked.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseQualityTests(Lab lab, DatabaseServer server)
{
    [PostgresFact]
    public void Refused_data_are_refused_from_the_database_whether_they_were_imported_or_copied()
    {
        using var shell = lab.Fresh();
        var (imported, copied) = (server.Prepared(shell), server.Prepared(shell));
        string[] import = ["data", "import", shell.Write("crossed.csv", Crossed()), "--instrument", "EURUSD", "--format", "csv", "--max-crossed", "1", "--json"];

        Assert.Equal("refused", shell.Run(import).Good().Json().GetProperty("quality").GetString());
        Assert.Equal("refused", server.Run(shell, [.. import, "--store", imported]).Good().Json().GetProperty("quality").GetString());
        server.Run(shell, "data", "copy", "--lake", shell.Lake, "--store", copied).Good();

        string[] run = ["backtest", Scripts.SmaCross, "--data", "EURUSD", "--json"];
        var note = shell.Run(run).Refused("WB4470", ExitCode.Data).Error;
        foreach (var store in (string[])[imported, copied])
        {
            Assert.Equal(note, server.Run(shell, [.. run, "--store", store]).Refused("WB4470", ExitCode.Data).Error);
        }

        Assert.True(server.Run(shell, [.. run, "--store", copied, "--accept-data-warnings"]).Good().Json().GetProperty("acceptDataWarnings").GetBoolean());
        Assert.Equal("refused", server.Sql(imported, "select verdict->'days'->0->>'verdict' from market.manifest"));
    }

    // Some minutes of ticks, half of them with bid above ask.
    static string Crossed()
    {
        var rows = new StringBuilder("time,bid,ask\n");
        for (var i = 0; i < 2_000; i++)
        {
            var time = new DateTime(2024, 3, 5, 10, 0, 0, DateTimeKind.Utc).AddSeconds(i);
            var bid = 1.10000m + i % 50 * 0.00001m;
            rows.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss},{bid},{bid + (i % 2 == 0 ? 0.00002m : -0.00002m)}\n");
        }

        return rows.ToString();
    }
}
