using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workbench.Architecture.Tests;

/// <summary>The "may see" and "packages" columns of the plan, held against the projects and against what was compiled.</summary>
public sealed class MaySeeTests
{
    static readonly string[] HostingRooms = ["App", "Platform"];

    public static TheoryData<Room> Rooms => [.. Room.All];

    [Theory, MemberData(nameof(Rooms))]
    public void A_project_refers_to_no_room_that_it_may_not_see(Room room)
    {
        var seen = Items(room, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Empty(seen.Except(room.MaySee));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void An_assembly_refers_to_no_room_that_it_may_not_see(Room room) =>
        Assert.Empty(References(room.AssemblyPath).Where(IsOurs).Except(room.MaySee.Select(name => "Workbench." + name)));

    [Theory, MemberData(nameof(Rooms))]
    public void A_project_names_no_package_that_it_may_not_use(Room room) =>
        Assert.DoesNotContain(Items(room, "PackageReference"), name => !room.AllowsPackage(name));

    [Theory, MemberData(nameof(Rooms))]
    public void An_assembly_uses_nothing_but_the_framework_and_its_packages(Room room)
    {
        var foreign = References(room.AssemblyPath).Where(name => !IsOurs(name) && !IsFramework(name) && !room.AllowsPackage(name));

        Assert.Empty(HostingRooms.Contains(room.Name) ? foreign.Where(name => !IsHosting(name)) : foreign);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_shows_its_inside_to_nobody_but_its_own_tests(Room room)
    {
        // Core alone looks into Model: its risk gate makes the approvals that brokers ask for.
        string[] allowed = room.Name == "Model" ? ["Workbench.Core", "Workbench.Model.Tests"] : [room.Assembly + ".Tests"];
        var friends = System.Text.RegularExpressions.Regex.Matches(
            string.Concat(room.Sources.Select(file => file.Text)), @"InternalsVisibleTo\(""([^"",]*)").Select(match => match.Groups[1].Value);

        Assert.Empty(friends.Except(allowed));
    }

    [Fact]
    public void The_engine_has_the_eight_rooms_and_no_other()
    {
        var projects = Checkout.Files.Where(file => file.StartsWith("engine/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal));

        Assert.Equal(Room.All.Select(room => $"engine/{room.Name}/{room.Name}.csproj").Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.Path("Workbench.sln")).Replace('\\', '/');

        Assert.DoesNotContain(
            Checkout.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)), project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place() => Assert.DoesNotContain(
        Checkout.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
        project => System.Xml.Linq.XDocument.Load(Repository.Path(project)).Descendants("PackageReference").Any(item => item.Attribute("Version") is not null));

    static IEnumerable<string> Items(Room room, string kind) => room.Project.Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    static bool IsOurs(string assembly) => assembly.StartsWith("Workbench.", StringComparison.Ordinal);

    static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    static bool IsHosting(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Extensions", StringComparison.Ordinal);

    static List<string> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
