using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Stores;

/// <summary>What keeps the program from a database is one error with a code, and no password is in it.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseRefusalTests(Lab lab, DatabaseServer server)
{
    const string Wrong = "tell-nobody";

    [PostgresFact]
    public void A_wrong_password_is_refused_and_not_repeated()
    {
        using var shell = lab.Fresh();
        var store = server.Empty();

        var refused = DatabaseServer.RunAs(shell, Wrong, "data", "list", "--store", store).Refused("WB5306", ExitCode.Broker);
        var typed = shell.Run("data", "list", "--store", store.Replace("@", $":{Wrong}@", StringComparison.Ordinal)).Refused("WB5306", ExitCode.Broker);

        Assert.DoesNotContain(Wrong, refused.ToString() + typed, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_database_that_was_not_prepared_says_how_to_do_it()
    {
        using var shell = lab.Fresh();
        var store = server.Empty();

        server.Run(shell, "backtest", Scripts.SmaCross, "--data", "EURUSD", "--store", store).Refused("WB5308", ExitCode.Data).Saying($"./run.sh data db migrate --store {store}");
        Assert.Equal(ExitCode.Data, server.Run(shell, "data", "db", "status", "--store", store).Exit);
    }

    [Fact]
    public void A_server_that_is_down_is_refused_by_every_verb()
    {
        using var shell = lab.Fresh();
        string[] store = ["--store", "postgres://wb@127.0.0.1:1/market"];

        shell.Run(["backtest", Scripts.SmaCross, "--data", "EURUSD", .. store]).Refused("WB5304", ExitCode.Data);
        shell.Run(["data", "copy", "--lake", lab.Shell.Lake, .. store]).Refused("WB5304", ExitCode.Data);
        shell.Run(["data", "db", "status", .. store]).Refused("WB5304", ExitCode.Data);
    }

    [Fact]
    public void Two_places_at_once_are_no_place()
    {
        using var shell = lab.Fresh();

        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--lake", lab.Shell.Lake, "--store", "postgres://wb@127.0.0.1:1/market")
            .Refused("WB1001", ExitCode.Usage).Saying("--lake and --store name two places");
        shell.Run("data", "list", "--store", "mysql://wb@127.0.0.1/market").Refused("WB5301", ExitCode.Usage);
    }
}
