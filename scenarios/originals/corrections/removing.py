"""The lecture: whoever removes from a list that is iterated may crash the program."""
my_list = [1, 2, 3, 4]
seen = []
for x in my_list:
    seen.append(x)
    my_list.remove(x)
print('seen of [1, 2, 3, 4]:', seen)
print('left:', my_list)
print('no exception: elements are skipped in silence')
