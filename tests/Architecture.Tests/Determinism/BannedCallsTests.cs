using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace Workbench.Architecture.Tests;

/// <summary>engine/BannedSymbols.txt names things that exist, is wired into Model and Core, and bites.</summary>
public sealed class BannedCallsTests
{
    public static TheoryData<string> PureProjects => ["Model", "Core"];

    [Fact]
    public void Every_line_names_something_that_exists_and_what_to_use_instead()
    {
        var framework = HeartCompilation.Snippet("");

        Assert.NotEmpty(BannedList.Entries);
        Assert.DoesNotContain(BannedList.Entries, entry => DocumentationCommentId.GetFirstSymbolForDeclarationId(entry.Id, framework) is null);
        Assert.DoesNotContain(BannedList.Entries, entry => entry.Instead.Length == 0);
    }

    [Theory]
    [InlineData("System.DateTime.UtcNow.Ticks")]
    [InlineData("System.DateTimeOffset.Now.Ticks")]
    [InlineData("System.TimeProvider.System.GetTimestamp()")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("System.Environment.TickCount64")]
    [InlineData("System.TimeZoneInfo.Local.BaseUtcOffset.Ticks")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture.LCID")]
    [InlineData("new System.Random(1).Next()")]
    [InlineData("System.Guid.NewGuid().Version")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(9)")]
    [InlineData("System.HashCode.Combine(1)")]
    [InlineData("\"a\".GetHashCode()")]
    [InlineData("new System.Collections.Generic.Dictionary<int, int>().Values.Count")]
    [InlineData("System.Collections.Immutable.ImmutableDictionary.Create<int, int>().Count")]
    [InlineData("System.Threading.Tasks.Task.FromResult(1).Result")]
    [InlineData("System.Threading.Thread.CurrentThread.ManagedThreadId")]
    [InlineData("System.IO.File.ReadAllText(\"a\").Length")]
    [InlineData("new System.Net.Http.HttpClient().MaxResponseContentBufferSize")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Id")]
    [InlineData("System.Environment.ProcessorCount")]
    [InlineData("System.Console.Read()")]
    public async Task A_call_that_would_make_two_runs_differ_is_refused(string call) =>
        Assert.NotEmpty(await BannedList.Offences($"class Snippet {{ long Run() => {call}; }}"));

    [Theory]
    [InlineData("System.DateTime.UnixEpoch.Ticks")]
    [InlineData("new System.Collections.Generic.Dictionary<int, int>().Count")]
    [InlineData("new System.Threading.CancellationToken().IsCancellationRequested ? 1 : 0")]
    [InlineData("System.Globalization.CultureInfo.InvariantCulture.LCID")]
    [InlineData("System.TimeZoneInfo.Utc.BaseUtcOffset.Ticks")]
    public async Task A_harmless_call_is_left_alone(string call) =>
        Assert.Empty(await BannedList.Offences($"class Snippet {{ long Run() => {call}; }}"));

    [Theory, MemberData(nameof(PureProjects))]
    public void The_projects_are_built_with_the_analyzer_and_the_list(string room)
    {
        // Asked of MSBuild itself, because what counts is the evaluated project and not the text of a file.
        using var project = JsonDocument.Parse(Checkout.Run(
            "dotnet", "msbuild", Repository.Path($"engine/{room}/{room}.csproj"), "-getItem:PackageReference,AdditionalFiles", "-getProperty:TreatWarningsAsErrors,NoWarn"));
        var items = project.RootElement.GetProperty("Items");
        var properties = project.RootElement.GetProperty("Properties");

        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Identities(items.GetProperty("PackageReference")));
        Assert.Contains(Identities(items.GetProperty("AdditionalFiles")), path => path.EndsWith("engine/BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Equal("true", properties.GetProperty("TreatWarningsAsErrors").GetString());
        Assert.DoesNotContain("RS0030", properties.GetProperty("NoWarn").GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(PureProjects))]
    public void No_file_switches_the_analyzer_off(string room) => Assert.DoesNotContain(
        Room.All.Single(each => each.Name == room).Sources, file => file.Text.Contains("RS0030", StringComparison.Ordinal));

    static IEnumerable<string> Identities(JsonElement items) => items.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
}
