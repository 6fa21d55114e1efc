using System.Runtime.CompilerServices;

namespace Workbench.Scripting.Tests;

public sealed class ScriptCacheTests : IDisposable
{
    const string Text = "public sealed class A : Strategy { [Parameter] public int N { get; init; } = 5; }";

    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_cached_script_starts_without_the_compiler()
    {
        var script = folder.Write("a.csx", Text);
        Assert.Equal(["False", "True"], ColdStart.Run(script, folder.Cache)[..2]);
        Assert.Equal(["True", "False"], ColdStart.Run(script, folder.Cache)[..2]);
    }

    [Theory]
    [InlineData("public sealed class A : Strategy { [Parameter] public int N { get; init; } = 6; }")]
    [InlineData(Text + " ")]
    public void A_changed_script_is_compiled_again(string changed)
    {
        folder.Load(Text).Dispose();
        using var script = folder.Load(changed);
        Assert.False(script.FromCache);
    }

    [Fact]
    public void A_change_in_a_loaded_file_compiles_again_and_changes_the_hash()
    {
        folder.Write("lib/more.csx", "public static class More { public const int N = 1; }");
        var path = folder.Write("a.csx", "#load \"lib/more.csx\"\npublic sealed class A : Strategy { [Parameter] public int N { get; init; } = More.N; }");
        using var first = folder.Host.Load(path);
        folder.Write("lib/more.csx", "public static class More { public const int N = 2; }");
        using var second = folder.Host.Load(path);

        Assert.Equal(("1", "2"), (first.Parameters.Infos[0].Default, second.Parameters.Infos[0].Default));
        Assert.False(second.FromCache);
        Assert.NotEqual(first.Sha256, second.Sha256);
    }

    [Fact]
    public void Every_truncation_and_every_flipped_byte_is_noticed_and_compiled_again()
    {
        folder.Load(Text).Dispose();
        var whole = File.ReadAllBytes(folder.Entry);
        var seed = Environment.TickCount;
        var dice = new SeededRandom(seed);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])whole.Clone();
            var at = dice.Next(whole.Length);
            damaged[at] ^= (byte)(1 << dice.Next(8));
            File.WriteAllBytes(folder.Entry, i % 2 == 0 ? damaged : whole[..at]);
            using var script = folder.Load(Text);

            Assert.False(script.FromCache, $"seed {seed}, round {i}, byte {at}");
            Assert.Contains("is damaged; it was compiled again", Assert.Single(script.Warnings), StringComparison.Ordinal);
            Assert.Equal("5", script.Parameters.Infos[0].Default);
            Assert.Equal(whole, File.ReadAllBytes(folder.Entry));
        }
    }

    [Fact]
    public void An_entry_under_another_ones_name_is_not_believed()
    {
        folder.Load(Text).Dispose();
        var first = folder.Entry;
        var path = folder.Write("script.csx", Text.Replace("5", "6", StringComparison.Ordinal));
        folder.Host.Load(path).Dispose();
        var second = Directory.GetFiles(folder.Cache, "*.wbs").Single(file => file != first);
        File.Copy(first, second, overwrite: true);

        using var script = folder.Host.Load(path);
        Assert.Equal("6", script.Parameters.Infos[0].Default);
        Assert.Contains("another one's name", Assert.Single(script.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_a_warning_only()
    {
        var notAFolder = folder.Write("taken", "");
        using var script = new ScriptHost(notAFolder).Load(folder.Write("a.csx", Text));
        Assert.Contains("could not be kept", Assert.Single(script.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_at_once_on_one_cache_all_get_their_script()
    {
        var path = folder.Write("a.csx", Text);
        var loaded = new int[8];
        Parallel.For(0, loaded.Length, i =>
        {
            using var script = folder.Host.Load(path);
            loaded[i] = script.Parameters.Infos.Count;
            Assert.Empty(script.Warnings);
        });

        Assert.All(loaded, count => Assert.Equal(1, count));
        Assert.Empty(Directory.GetFiles(folder.Cache, "*.tmp"));
    }

    [Fact]
    public void Two_hundred_scripts_loaded_and_let_go_leave_nothing_behind()
    {
        // The first round fills the cache and the runtime's own tables; forty scripts are compiled, each loaded six times.
        WeakReference[] warm = [.. Enumerable.Range(0, 40).Select(LoadAndDrop)];
        Collect(warm);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        WeakReference[] dropped = [.. Enumerable.Range(40, 200).Select(LoadAndDrop)];
        Collect(dropped);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.All(dropped, context => Assert.False(context.IsAlive));
        Assert.True(grown < 8 << 20, $"{grown} bytes stayed.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    WeakReference LoadAndDrop(int number)
    {
        var script = folder.Load($"public sealed class A : Strategy {{ [Parameter] public int N {{ get; init; }} = {number % 40}; }}");
        script.Create();
        var context = new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(script.Assembly!));
        script.Dispose();
        return context;
    }

    static void Collect(WeakReference[] contexts)
    {
        for (var i = 0; i < 20 && contexts.Any(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
