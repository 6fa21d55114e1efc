using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Determinism;

/// <summary>The third lock on determinism: the same run in processes that are set up differently decides the same, to the byte.</summary>
[Collection(LabCollection.Name)]
public sealed class HostileEnvironmentTests(Lab lab)
{
    static readonly string[] RealRun = ["--data", "GBPJPY:ticks", "--from", "2012-12-02", "--to", "2012-12-26", "--set", "timeframe=1m"];

    public static TheoryData<string, string> Environments => new()
    {
        { "TZ=Asia/Tokyo LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8", "culture tr-TR; number 1,5; lower ı; zone Asia/Tokyo" },
        { "TZ=America/St_Johns LC_ALL=ar_SA.UTF-8", "culture ar-SA; zone America/St_Johns" },
        { "TZ=Pacific/Apia LC_ALL=de_DE.UTF-8", "culture de-DE; number 1,5; zone Pacific/Apia" },
        { "DOTNET_TieredPGO=0", "" },
        { "DOTNET_TC_QuickJit=0 DOTNET_TC_QuickJitForLoops=0", "" },
        { "DOTNET_TieredPGO=1 DOTNET_OSR_HitLimit=1", "" },
        { "DOTNET_TieredCompilation=0", "" },
        { "DOTNET_EnableAVX2=0", "avx2 False" },
        { "DOTNET_EnableAVX2=0 DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0 DOTNET_EnableHWIntrinsic=0", "avx2 False; sse42 False" },
        { "DOTNET_gcServer=1 DOTNET_gcConcurrent=1 DOTNET_ReadyToRun=0", "" },
    };

    [SharedDataTheory]
    [MemberData(nameof(Environments))]
    public void Real_ticks_give_the_same_hash(string environment, string seen)
    {
        string[] words = ["backtest", Scripts.SmaCross, .. RealRun, "--lake", lab.GbpJpy, "--json"];
        Assert.Equal(Reference(words), HashUnder(environment, seen, words));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Generated_ticks_give_the_same_hash(string environment, string seen)
    {
        string[] words = ["backtest", Repository.Path("strategies/session-trend.csx"), "--data", "EURUSD:ticks", "--json"];
        Assert.Equal(Reference(words), HashUnder(environment, seen, words));
    }

    [Fact]
    public void Numbers_in_options_mean_the_same_under_every_culture()
    {
        string[] words = ["backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "qty=1234.5", "--cash", "1234567.25", "--fee-rate", "0.00002", "--json"];
        var there = lab.Shell.RunUnder(Parse("LC_ALL=de_DE.UTF-8"), words).Good().Json();
        Assert.Equal("1234567.25", there.GetProperty("equity").GetProperty("start").GetString());
        Assert.Equal(Reference(words), there.GetProperty("eventLogHash").GetString());
    }

    /// <summary>Found here: the library that reads options took a German 0.01 for 1.</summary>
    [Fact]
    public void A_point_size_and_a_share_mean_the_same_under_every_culture()
    {
        using var shell = lab.Fresh();
        var table = shell.Write("table.csv", "time,bid,ask\n2024-01-02 00:00:00,1.10,1.20\n2024-01-02 00:00:01,1.30,1.20\n");
        var json = shell.RunUnder(Parse("LC_ALL=de_DE.UTF-8"), "data", "import", table, "--instrument", "MINE", "--quote", "USD", "--format", "csv", "--point", "0.01", "--max-crossed", "0.5", "--json").Good().Json();
        Assert.Equal(1, json.GetProperty("crossed").GetInt32());
    }

    string Reference(string[] words) => lab.Once(string.Join(' ', words), () => Hash(lab.Shell.Run(words)));

    string HashUnder(string environment, string seen, string[] words)
    {
        var witness = lab.Shell.Path("witness.txt");
        var variables = Parse(environment).Append(new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location)).Append(new(StartupHook.Variable, witness));
        var hash = Hash(lab.Shell.RunUnder(variables, words));
        var really = File.ReadAllLines(witness);
        Assert.All(seen.Split("; ", StringSplitOptions.RemoveEmptyEntries), fact => Assert.Contains(fact, really));
        return hash;
    }

    static string Hash(Answer answer) => answer.Good().Json().GetProperty("eventLogHash").GetString()!;

    static IEnumerable<KeyValuePair<string, string>> Parse(string environment) =>
        environment.Split(' ').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
