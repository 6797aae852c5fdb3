"""The reviewer's own phrases: offered while typing, and looked after."""
