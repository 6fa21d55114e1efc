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

    [Fact]
    public void All_compile_errors_come_at_once_up_to_twenty()
    {
        var error = folder.Refusal("public sealed class A : Strategy { void M() {\n" + string.Concat(Enumerable.Repeat("Gone();\n", 25)) + "} }");
        Assert.Contains("does not compile (25 errors)", error.Message, StringComparison.Ordinal);
        Assert.Equal(20, error.Message.Split("CS0103").Length - 1);
        Assert.EndsWith("… and 5 more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gate_lists_all_offences_with_their_lines()
    {
        var error = folder.Refusal("public sealed class A : Strategy\n{\n    public override void OnStart()\n    {\n        var a = DateTime.Now;\n        Console.WriteLine(a);\n    }\n}\n", "two.csx");
        Assert.Equal("WB3002", error.Code);
        Assert.Contains("(2 offences)", error.Message, StringComparison.Ordinal);
        Assert.Contains("two.csx(5,26): DateTime.Now is not allowed in a strategy: it reads the machine's clock. Use Now", error.Message, StringComparison.Ordinal);
        Assert.Contains("    5 |         var a = DateTime.Now;\n      |                          ^^^", error.Message, StringComparison.Ordinal);
        Assert.Contains("two.csx(6,9): Console is not allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_script_never_reaches_the_cache()
    {
        folder.Refusal("public sealed class A : Strategy { readonly DateTime at = DateTime.Now; }");
        Assert.False(Directory.Exists(folder.Cache));
    }

    [Theory]
    [InlineData("public class Empty { }")]
    [InlineData("")]
    [InlineData("public abstract class A : Strategy { }")]
    [InlineData("public sealed class A(int n) : Strategy { int N => n; }")]
    [InlineData("sealed class A : Strategy { }")]
    public void A_file_without_a_strategy_that_can_be_made_says_so(string text)
    {
        var error = folder.Refusal(text);
        Assert.Equal(("WB3006", ExitCode.Compile), (error.Code, error.Exit));
    }

    [Fact]
    public void Of_several_strategies_one_must_be_named()
    {
        const string Two = "public sealed class A : Strategy { }\npublic sealed class B : Strategy { }";
        var path = folder.Write("two.csx", Two);
        var error = Assert.Throws<WorkbenchException>(() => folder.Host.Load(path));
        using var script = folder.Host.Load(path, "B");

        Assert.Equal(("WB3007", ExitCode.Usage), (error.Code, error.Exit));
        Assert.Equal("B", script.TypeName);
        Assert.Equal("WB3008", Assert.Throws<WorkbenchException>(() => folder.Host.Load(path, "C")).Code);
    }

    [Fact]
    public void A_strategy_of_its_own_goes_before_those_of_loaded_files()
    {
        folder.Write("base.csx", "public class Base : Strategy { [Parameter] public int N { get; init; } = 1; }");
        using var script = folder.Load("#load \"base.csx\"\npublic sealed class Mine : Base { [Parameter] public int M { get; init; } = 2; }");
        Assert.Equal("Mine", script.TypeName);
        Assert.Equal("n=1 m=2", script.Parameters.Read([]).ToString());
    }

    [Fact]
    public void A_check_reports_as_data_what_a_load_would_throw()
    {
        var good = folder.Host.Check(folder.Write("good.csx", Minimal));
        var bad = folder.Host.Check(folder.Write("bad.csx", "public sealed class A : Strategy { readonly DateTime at = DateTime.Now; }"));

        Assert.True(good.Passed);
        Assert.Equal(("Crossing", 2), (good.Strategy!, good.Parameters.Count));
        Assert.False(bad.Passed);
        Assert.Equal(("WB3002", 1, 68), (bad.Offences[0].Code, bad.Offences[0].Line, bad.Offences[0].Column));
    }

    [Theory]
    [InlineData("my-idea", "MyIdea")]
    [InlineData("Reversal2", "Reversal2")]
    public void The_template_compiles_passes_and_says_how_to_run_it(string name, string type)
    {
        var text = StrategyTemplate.For(name);
        using var script = folder.Load(text);

        Assert.Equal(type, script.TypeName);
        Assert.Empty(script.Warnings);
        Assert.Equal("fast=10 slow=30 qty=10000 timeframe=5m", script.Parameters.Read([]).ToString());
        Assert.Contains($"./run.sh check strategies/{name}.csx", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7up")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("strategy")]
    public void A_name_that_is_no_class_gets_no_template(string name) =>
        Assert.Equal("WB3013", Assert.Throws<WorkbenchException>(() => StrategyTemplate.For(name)).Code);

    [Fact]
    public void Every_script_in_strategies_passes()
    {
        var scripts = Directory.GetFiles(Repository.Path("strategies"), "*.csx");
        Assert.NotEmpty(scripts);
        Assert.All(scripts, path => Assert.Equal("", folder.Host.Check(path) is { Passed: true, Warnings: [] } ? "" : path));
    }
}
