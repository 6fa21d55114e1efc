using System.Text.RegularExpressions;

namespace Workbench.Architecture.Tests;

/// <summary>A code means one thing for ever: people search for it and scripts branch on it.</summary>
public sealed partial class ErrorCodeTests
{
    static IEnumerable<(string Code, SourceFile File)> Codes =>
        from file in SourceFile.Engine
        from match in Code().Matches(file.Text)
        select (match.Groups[1].Value, file);

    [Fact]
    public void A_code_belongs_to_one_file() => Assert.Empty(
        Codes.Distinct().GroupBy(each => each.Code).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} in {string.Join(" and ", same.Select(each => each.File))}"));

    [Fact]
    public void Codes_are_given_in_the_error_classes_alone() => Assert.Empty(
        Codes.Where(each => !each.File.Path.EndsWith("Errors.cs", StringComparison.Ordinal)).Select(each => $"{each.Code} in {each.File}"));

    [Fact]
    public void A_room_raises_codes_of_its_own_range() => Assert.Empty(
        from room in Room.All
        from each in Codes
        where each.File.Path.StartsWith($"engine/{room.Name}/", StringComparison.Ordinal) && !room.Codes.Contains(each.Code[..3])
        select $"{each.Code} in {each.File}");

    [GeneratedRegex(@"""(WB\d{4})""")]
    private static partial Regex Code();
}
