"""The house's rules for a text before it is published. Pure rules of a text stand in modules without Django.

`words` is what they look at, `catalogue` names them all with the level that each has until the chief sets another,
`held` asks the database, `sentences` says to an editor what was found. `articles.checks` brings all of it together.
"""
