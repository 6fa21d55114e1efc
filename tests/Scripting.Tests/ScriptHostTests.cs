using Workbench.Core;
using Workbench.Scripting;

namespace Workbench.Scripting.Tests;

public sealed class ScriptHostTests : IDisposable
{
    const string Minimal = """
        public sealed class Crossing : Strategy
        {
            [Parameter(2, 200)] public int Fast { get; init; } = 10;
            [Parameter] public decimal Qty { get; init; } = 10_000m;

            public override void OnBar(in Bar bar)
            {
                if (bar.Close > bar.Open)
                    TargetPosition(Qty, tag: "up");
            }
        }
        """;

    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_script_compiles_and_makes_strategies_with_their_parameters()
    {
        using var script = folder.Load(Minimal);
        var strategy = script.Create("fast=20");

        Assert.Equal("Crossing", script.TypeName);
        Assert.False(script.FromCache);
        Assert.Empty(script.Warnings);
        Assert.Equal(["fast", "qty"], script.Parameters.Infos.Select(info => info.Name));
        Assert.Equal(20, strategy.GetType().GetProperty("Fast")!.GetValue(strategy));
        Assert.IsAssignableFrom<Strategy>(strategy);
    }

    [Fact]
    public void The_second_load_comes_from_the_cache()
    {
        folder.Load(Minimal).Dispose();
        using var again = folder.Load(Minimal);

        Assert.True(again.FromCache);
        Assert.Equal("fast=10 qty=10000", again.Parameters.Read([]).ToString());
    }

    [Fact]
    public void A_scripts_hash_is_what_sha256sum_says_of_the_file()
    {
        using var script = folder.Load("public sealed class A : Strategy { }\n");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(script.Path))), script.Sha256);
    }

    [Fact]
    public void A_missing_script_is_not_found()
    {
        var error = Assert.Throws<WorkbenchException>(() => folder.Host.Load(folder.Path("nowhere.csx")));
        Assert.Equal(("WB3003", ExitCode.NotFound), (error.Code, error.Exit));
    }

    [Fact]
    public void A_compile_error_names_file_line_column_and_shows_the_line()
    {
        var error = folder.Refusal("public sealed class A : Strategy\n{\n    public override void OnStart() { Bye(1m); }\n}\n", "wrong.csx");

        Assert.Equal(("WB3001", ExitCode.Compile), (error.Code, error.Exit));
        Assert.Contains("wrong.csx(3,38): CS0103: The name 'Bye' does not exist in the current context", error.Message, StringComparison.Ordinal);
        Assert.Contains("    3 |     public override void OnStart() { Bye(1m); }\n      |                                      ^^^", error.Message, StringComparison.Ordinal);
    }
}
