namespace Workbench.Scripting.Tests;

public sealed class ReferenceTests : IDisposable
{
    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_library_beside_the_script_is_used_and_reported_as_unchecked()
    {
        Directory.CreateDirectory(folder.Path("lib"));
        File.Copy(typeof(Xunit.Assert).Assembly.Location, folder.Path("lib/some.dll"));
        var text = "#r \"lib/some.dll\"\npublic sealed class A : Strategy { public A() => Xunit.Assert.True(true); }";
        using var script = folder.Load(text);
        using var cached = folder.Load(text);

        Assert.NotNull(script.Create());
        Assert.NotNull(cached.Create());
        Assert.True(cached.FromCache);
        Assert.Equal(["unchecked: the determinism gate cannot look into xunit.assert."], script.Warnings);
        Assert.Equal(script.Warnings, cached.Warnings);
    }

    [Fact]
    public void A_library_is_found_at_its_first_use_however_late_that_is()
    {
        Directory.CreateDirectory(folder.Path("lib"));
        File.Copy(typeof(Xunit.Assert).Assembly.Location, folder.Path("lib/some.dll"));
        using var script = folder.Load("#r \"lib/some.dll\"\npublic sealed class A : Strategy { public override void OnStop() => Xunit.Assert.True(true); }");
        var strategy = script.Create();

        // What nobody refers to goes now.
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        strategy.OnStop();
        Assert.NotNull(script.Create());
    }

    [Fact]
    public void A_package_is_restored_once_and_used()
    {
        var text = "#r \"nuget: MathNet.Numerics, 5.0.0\"\npublic sealed class A : Strategy { [Parameter] public double Mean { get; init; } = MathNet.Numerics.Statistics.ArrayStatistics.Mean([1.0, 2.0]); }";
        using var script = folder.Load(text);
        using var cached = folder.Load(text);

        Assert.Equal("1.5", script.Parameters.Infos[0].Default);
        Assert.Equal("1.5", cached.Parameters.Infos[0].Default);
        Assert.Equal(["unchecked: the determinism gate cannot look into MathNet.Numerics."], script.Warnings);
        Assert.Single(Directory.GetFileSystemEntries(Path.Combine(folder.Cache, "packages")));
    }

    [Fact]
    public void A_package_that_does_not_restore_says_why()
    {
        var error = folder.Refusal("#r \"nuget: MathNet.Numerics, 999.0.0\"\npublic sealed class A : Strategy { }");
        Assert.Equal(("WB3010", ExitCode.Compile), (error.Code, error.Exit));
        Assert.Contains("NU110", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nuget: MathNet.Numerics")]
    [InlineData("nuget: MathNet.Numerics, *")]
    [InlineData("nuget: MathNet.Numerics, 5.0.0]\" /><Exec")]
    [InlineData("nuget: , 1.0")]
    public void A_package_without_an_exact_version_is_refused(string value)
    {
        var error = folder.Refusal($"#r \"{value.Split('"')[0]}\"\npublic sealed class A : Strategy {{ }}");
        Assert.Equal(("WB3009", ExitCode.Compile), (error.Code, error.Exit));
    }

    [Theory]
    [InlineData("#load \"gone.csx\"", "CS1504")]
    [InlineData("#r \"gone.dll\"", "CS0006")]
    [InlineData("#r \"System.Net.Http\"", "CS0006")]
    public void What_is_not_there_is_a_compile_error_in_its_line(string directive, string code)
    {
        var error = folder.Refusal(directive + "\npublic sealed class A : Strategy { }");
        Assert.Equal("WB3001", error.Code);
        Assert.Contains("script.csx(1,", error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_load_each_other_are_read_once()
    {
        folder.Write("lib/b.csx", "#load \"../script.csx\"\n#load \"c.csx\"\npublic static class B { public const int N = C.N; }");
        folder.Write("lib/c.csx", "public static class C { public const int N = 7; }");
        using var script = folder.Load("#load \"lib/b.csx\"\n#load \"lib/c.csx\"\npublic sealed class A : Strategy { [Parameter] public int N { get; init; } = B.N; }");
        Assert.Equal("7", script.Parameters.Infos[0].Default);
        Assert.Equal(["script.csx", "lib/b.csx", "lib/c.csx"], script.Files.Select(file => file.Name));
    }
}
