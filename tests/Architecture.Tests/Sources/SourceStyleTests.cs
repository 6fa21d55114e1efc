using System.Text.RegularExpressions;

namespace Workbench.Architecture.Tests;

/// <summary>What makes the code quick to find one's way in: short files, one type each, where their names say.</summary>
public sealed partial class SourceStyleTests
{
    const int MostLines = 400;

    public static TheoryData<Room> Rooms => [.. Room.All];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Assert.DoesNotContain(SourceFile.All, file => file.Lines > MostLines);

    [Fact]
    public void A_file_has_one_public_type() =>
        Assert.DoesNotContain(SourceFile.Engine, file => file.PublicTypes.Distinct().Count() > 1);

    [Fact]
    public void A_file_is_named_as_its_public_type() => Assert.DoesNotContain(
        SourceFile.Engine, file => file.PublicTypes.Any() && !file.PublicTypes.Contains(Path.GetFileName(file.Path).Split('.')[0]));

    [Fact]
    public void No_type_is_called_manager_helper_or_util() => Assert.DoesNotContain(
        SourceFile.All.SelectMany(file => file.Types).Select(SourceFile.NameOf), name => Vague().IsMatch(name));

    [Theory, MemberData(nameof(Rooms))]
    public void Namespaces_are_the_room_or_follow_its_folders_throughout(Room room)
    {
        var files = room.Sources.Where(file => file.Namespace is not null).ToList();
        var wings = files.Select(file => file.Namespace!).Where(name => name != room.Assembly).Distinct().ToList();

        Assert.True(files.TrueForAll(file => file.Namespace == Folder(file) || file.Namespace == (wings.Find(wing => IsWithin(file, wing)) ?? room.Assembly)),
            "mixed: " + string.Join(", ", files.Where(file => file.Namespace != room.Assembly).Select(file => $"{file.Namespace} in {file.Path}")));
    }

    [Fact]
    public void Namespaces_have_the_scope_of_the_file() => Assert.DoesNotContain(
        SourceFile.All, file => file.Root.Members.Any(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.NamespaceDeclarationSyntax));

    // A wing is a folder with all below it: one namespace of its own in a room that is flat otherwise.
    static bool IsWithin(SourceFile file, string wing) => (Folder(file) + ".").StartsWith(wing + ".", StringComparison.Ordinal);

    static string Folder(SourceFile file) =>
        "Workbench." + Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["engine/".Length..].Replace('/', '.');

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Utilities)$")]
    private static partial Regex Vague();
}
