using Workbench.Core;

namespace Workbench.Scripting.Tests;

public sealed class ScriptFailureTests : IDisposable
{
    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_script_that_throws_is_told_with_file_line_and_the_line_itself()
    {
        using var script = folder.Load("""
            public sealed class Thrower : Strategy
            {
                decimal zero;

                public override void OnStop()
                {
                    var one = 1m;
                    zero = one / zero;
                }
            }
            """, "thrower.csx");
        var failure = Failure(script, strategy => strategy.OnStop());

        Assert.Equal(("WB3020", ExitCode.StrategyFailed), (failure.Code, failure.Exit));
        Assert.Contains("thrower.csx(8,9): DivideByZeroException: Attempted to divide by zero.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("    8 |         zero = one / zero;\n      |         ^", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_is_known_from_the_cache_and_within_a_loaded_file_too()
    {
        folder.Write("lib/deep.csx", "public static class Deep\n{\n    public static void Fall() => throw new FormatException(\"deep down\");\n}");
        var path = folder.Write("a.csx", "#load \"lib/deep.csx\"\npublic sealed class A : Strategy { public override void OnStop() => Deep.Fall(); }");
        folder.Host.Load(path).Dispose();
        using var script = folder.Host.Load(path);
        var failure = Failure(script, strategy => strategy.OnStop());

        Assert.True(script.FromCache);
        Assert.Contains("lib/deep.csx(3,34): FormatException: deep down", failure.Message, StringComparison.Ordinal);
        Assert.Contains("public static void Fall() => throw", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_engine_throws_on_a_scripts_behalf_points_at_the_scripts_line()
    {
        using var script = folder.Load("public sealed class A : Strategy\n{\n    public override void OnStop() => Buy(1m);\n}");
        var failure = Failure(script, strategy => strategy.OnStop());
        Assert.Contains("script.csx(3,38): InvalidOperationException: A strategy meets its market in OnStart", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_throws_is_the_scripts_failure()
    {
        var failure = folder.Refusal("public sealed class A : Strategy\n{\n    readonly decimal early;\n    public A() => early = Equity;\n}");
        Assert.Equal("WB3020", failure.Code);
        Assert.Contains("script.csx(4,19)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_that_overflow_throw_and_do_not_wrap()
    {
        using var script = folder.Load("public sealed class A : Strategy { int most = int.MaxValue; public override void OnStop() => most += 1; }");
        Assert.Contains("OverflowException", Failure(script, strategy => strategy.OnStop()).Message, StringComparison.Ordinal);
    }

    static WorkbenchException Failure(StrategyScript script, Action<Strategy> act) =>
        ScriptFailure.From(Assert.ThrowsAny<Exception>(() => act(script.Create())), script);
}
